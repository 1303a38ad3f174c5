import { patternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

/** What people call a private key. */
const NAMES = String.raw`(?:(?:private|secret|priv)[ _-]?key|(?<![0-9a-z])pk(?![0-9a-z])|[私密秘][钥鑰匙])`;
/** What may stand between the name and the key: a few words, none of which says that a transaction's hash follows. */
const BETWEEN = String.raw`(?:(?!\btx|hash|交易|哈希)[\s\S]){0,40}?(?<![0-9a-z])`;
/** Sixty-four hex digits, perhaps wrapped or in groups. They are a key only where the words say so. */
const HEX = String.raw`(?<value>(?:0x)?[0-9a-f](?:\s?[0-9a-f]){63})(?![0-9a-z])`;

const namedHexKey = patternFinder('private-key', new RegExp(NAMES + BETWEEN + HEX, 'dgu'));
const hexCalledKey = patternFinder(
  'private-key',
  new RegExp(
    String.raw`(?<![0-9a-z])${HEX}["'”)]?\s{0,3}(?:[,，]\s?)?(?:(?:this |that )?(?:is|was)\s|[这這就]?[是为為])[^0-9\n.,;，。]{0,16}${NAMES}`,
    'dgu',
  ),
);
/** Solana's: 64 bytes in base 58, the same shape as the signature of a transaction. */
const namedSolanaKey = patternFinder(
  'private-key',
  new RegExp(String.raw`${NAMES}${BETWEEN}(?<value>[1-9a-z]{87,88})(?![0-9a-z])`, 'dgu'),
  (value) => /^[1-9A-HJ-NP-Za-km-z]+$/.test(value),
);
/** Solana's again, as its command line writes them: 64 bytes in brackets. */
const byteArray = patternFinder(
  'private-key',
  /\[\s{0,3}(?:\d{1,3}\s{0,3},\s{0,3}){63}\d{1,3}\s{0,3}\]/dgu,
  (value) => value.match(/\d+/g)!.every((byte) => Number(byte) < 256),
);
/** Wallet import format: 51 or 52 characters of base 58. Folding loses its case, so the shape is checked on the text. */
const walletImportFormat = patternFinder(
  'private-key',
  /(?<![0-9a-z])[5kl][1-9a-z]{50,51}(?![0-9a-z])/dgu,
  (value) => /^(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})$/.test(value),
);
/** BIP-38: the same, under a password. */
const encryptedKey = patternFinder('private-key', /(?<![0-9a-z])6p[1-9a-z]{56}(?![0-9a-z])/dgu, (value) =>
  /^6P[1-9A-HJ-NP-Za-km-z]{56}$/.test(value),
);
const extendedKey = patternFinder('private-key', /(?<![0-9a-z])[xyzt]prv[1-9a-z]{100,112}/dgu);
const nostrKey = patternFinder('private-key', /(?<![0-9a-z])nsec1[02-9ac-hj-np-z]{58}(?![0-9a-z])/dgu);
const pemKey = patternFinder(
  'private-key',
  /-----begin [a-z ]{0,40}private key-----[\s\S]*?(?:-----end [a-z ]{0,40}private key-----|$)/dgu,
);
/** The heart of a keystore file, whatever stands around it. */
const keystore = patternFinder(
  'private-key',
  /"crypto"\s{0,20}:\s{0,20}\{(?:(?!"crypto")[\s\S]){0,2000}?"ciphertext"\s{0,20}:[^}]{0,2000}\}?/dgu,
);

const FINDERS: readonly Finder<'private-key'>[] = [
  namedHexKey,
  hexCalledKey,
  namedSolanaKey,
  byteArray,
  walletImportFormat,
  encryptedKey,
  extendedKey,
  nostrKey,
  pemKey,
  keystore,
];

/** The keys of wallets and servers, in the forms in which they are exported. */
export const findPrivateKeys: Finder<'private-key'> = (text) => FINDERS.flatMap((find) => find(text));
