import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Letters and digits: fifty bits, enough that two addresses of one export do not meet by chance. */
const CHARACTERS = 10;
const BASE = 36;
/** Sixty-four bits in hex, of which the last ones are kept. */
const HEX_DIGITS = 16;

/** HMAC-SHA-256 of a text, cut short: the same text gives the same, and without the key nobody can try texts out. */
export function keyedHash(key: string, text: string): string {
  const hex = bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text))).slice(0, HEX_DIGITS);
  return BigInt(`0x${hex}`).toString(BASE).padStart(CHARACTERS, '0').slice(-CHARACTERS);
}
