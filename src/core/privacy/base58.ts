/**
 * The bytes that a number in base 58 stands for. The library has much more in it, and every page would load it (@scure/base: a
 * test holds the two equal).
 * @throws RangeError where a letter is not of the alphabet
 */
export function fromBase58(text: string, alphabet: string): Uint8Array {
  let number = 0n;
  for (const letter of text) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) throw new RangeError('Not in base 58.');
    number = number * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 255n));
  // Zeros before a number count.
  for (const letter of text) {
    if (letter !== alphabet[0]) break;
    bytes.unshift(0);
  }
  return Uint8Array.from(bytes);
}

export const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const XRP = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';
