import { sha256 } from '@noble/hashes/sha2.js';
import { BITCOIN, fromBase58, XRP } from './base58.ts';
import { fold } from './fold.ts';
import { KEY_NAMES } from './hexKey.ts';
import { patternFinder } from './pattern.ts';
import type { Finding } from './secret.ts';

/** Wallet import format: 51 or 52 characters of base 58. Folding loses its case, so the shape is checked on the text. */
export const walletImportFormat = patternFinder(
  'private-key',
  /(?<![0-9a-z])[5kl][1-9a-z]{50,51}(?![0-9a-z])/dgu,
  isImportFormat,
);
/** The same where a blank or a line break got into it: then the checksum must fit. */
export const brokenImportFormat = patternFinder(
  'private-key',
  /(?<![0-9a-z])(?=(?<value>[5kl][1-9a-z]{7,43}\s{1,3}[1-9a-z]{7,43})(?![0-9a-z]))[5kl]/dgu,
  (value) => {
    const whole = value.replace(/\s+/, '');
    return isImportFormat(whole) && passesCheck(fromBase58(whole, BITCOIN));
  },
);

function isImportFormat(value: string): boolean {
  return /^(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})$/.test(value);
}

/** The seed of an XRP account, and Bitcoin's mini key (https://en.bitcoin.it/wiki/Mini_private_key_format). */
const SEED = /(?<![0-9a-z])s[1-9a-z]{21,30}(?![0-9a-z])/dgu;
const SEED_SHAPE =
  /^s(?:Ed)?[1-9A-HJ-NP-Za-km-z]{28}$|^S[1-9A-HJ-NP-Za-km-z]{21}(?:[1-9A-HJ-NP-Za-km-z]{8})?$/;
/** What makes a seed of a word with a slip in it. */
const SEED_NAMES = new RegExp(`${KEY_NAMES}|secret|xrp|ripple|family|种子|密语`, 'u');
const NEAR = 40;

/** Seeds whose checksum fits; one with a slip in it where the words beside it say what it is. */
export function findSeeds(text: string, folded = fold(text)): Finding<'private-key'>[] {
  return [...folded.matchAll(SEED)].flatMap(({ 0: { length }, index: start }) => {
    const end = start + length;
    const value = text.slice(start, end);
    if (!SEED_SHAPE.test(value)) return [];
    const around = folded.slice(Math.max(0, start - NEAR), start) + folded.slice(end, end + NEAR);
    const isSaid = SEED_NAMES.test(around) && /\d/.test(value) && /[A-Z]/.test(value.slice(1));
    return isSaid || isSeed(value) ? [{ kind: 'private-key', start, end }] : [];
  });
}

function isSeed(value: string): boolean {
  return value.startsWith('S')
    ? sha256(new TextEncoder().encode(`${value}?`))[0] === 0
    : passesCheck(fromBase58(value, XRP));
}

/** Base58Check: the last four bytes are the first ones of what the others give when they are hashed twice. */
function passesCheck(bytes: Uint8Array): boolean {
  const sum = sha256(sha256(bytes.subarray(0, -4)));
  return bytes.subarray(-4).every((byte, at) => byte === sum[at]);
}
