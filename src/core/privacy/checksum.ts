import { sha256 } from '@noble/hashes/sha2.js';

/** How many words a recovery phrase has, longest first. */
export const PHRASE_LENGTHS = [24, 21, 18, 15, 12] as const;

export type PassesChecksum = (words: readonly string[]) => boolean;

/** A word of a list of 2,048 stands for so many bits; of 33 bits one is checksum. */
const BITS = 11;
const BITS_A_CHECK = 33;

/**
 * Says of words, as the list writes them, whether they make a phrase whose checksum fits (BIP-39). Chance does that once in
 * 16 to 256. The library makes a table of the list for each phrase, which took most of the time; a test holds the two equal.
 */
export function checksumOf(list: readonly string[]): PassesChecksum {
  const places = new Map(list.map((word, place) => [word, place]));
  return (words) => {
    if (!PHRASE_LENGTHS.some((length) => length === words.length)) return false;
    let bits = '';
    for (const word of words) {
      const place = places.get(word);
      if (place === undefined) return false;
      bits += place.toString(2).padStart(BITS, '0');
    }
    const checks = bits.length / BITS_A_CHECK;
    const secret = Uint8Array.from({ length: checks * 4 }, (_, byte) =>
      parseInt(bits.slice(byte * 8, byte * 8 + 8), 2),
    );
    return bits.endsWith(sha256(secret)[0]!.toString(2).padStart(8, '0').slice(0, checks));
  };
}
