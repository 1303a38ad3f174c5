import type { Found, WalletCandidate } from './candidate.ts';

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
/** Addresses by their shape: Ethereum and its kin, Bitcoin (bech32 and base 58), TRON, XRP, Solana. */
const SHAPES: readonly RegExp[] = [
  /0x[0-9a-f]{40}/iy,
  /bc1[02-9ac-hj-np-z]{25,62}/iy,
  new RegExp(`T${BASE58}{33}`, 'y'),
  new RegExp(`[13]${BASE58}{25,34}`, 'y'),
  new RegExp(`r${BASE58}{24,34}`, 'y'),
  new RegExp(`${BASE58}{43,44}`, 'y'),
];

const LONG_WORD = /(?<![0-9a-z])[0-9a-z]{25,64}(?![0-9a-z])/gi;

/** Wallet addresses in a text. Both letters and digits tell them from a long word and from a long number. */
export function findWallets(text: string): Found<WalletCandidate>[] {
  return [...text.matchAll(LONG_WORD)]
    .filter(
      ([word]) => /\d/.test(word) && /[a-z]/i.test(word) && SHAPES.some((shape) => matchesWhole(shape, word)),
    )
    .map(({ 0: word, index }) => ({
      candidate: { kind: 'wallet', text: word },
      start: index,
      end: index + word.length,
    }));
}

function matchesWhole(shape: RegExp, word: string): boolean {
  shape.lastIndex = 0;
  return shape.test(word) && shape.lastIndex === word.length;
}
