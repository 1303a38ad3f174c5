import { brokenImportFormat, findSeeds, walletImportFormat } from './base58Key.ts';
import { hexCalledKey, namedHexKey, namedSolanaKey, shortNamedHexKey } from './hexKey.ts';
import { inTurn, patternFinder, type PatternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

/** Solana's again, as its command line writes them: 64 bytes in brackets. */
const byteArray = patternFinder(
  'private-key',
  /\[\s{0,3}(?:\d{1,3}\s{0,3},\s{0,3}){63}\d{1,3}\s{0,3}\]/dgu,
  (value) => value.match(/\d+/g)!.every((byte) => Number(byte) < 256),
);
/** BIP-38: wallet import format under a password. */
const encryptedKey = patternFinder('private-key', /(?<![0-9a-z])6p[1-9a-z]{56}(?![0-9a-z])/dgu, (value) =>
  /^6P[1-9A-HJ-NP-Za-km-z]{56}$/.test(value),
);
const extendedKey = patternFinder('private-key', /(?<![0-9a-z])[xyztuv]prv[1-9a-z]{90,112}/dgu);
/** Other chains' own forms: Stellar, Tezos, Sui, Aptos, age. Their first letters say what they are. */
const chainKey = patternFinder(
  'private-key',
  /(?<![0-9a-z])(?:s[a-d][a-z2-7]{54}|edsk[1-9a-z]{50}|edsk[1-9a-z]{94}|suiprivkey1[02-9ac-hj-np-z]{50,70}|(?:ed25519|secp256k1)-priv-0x[0-9a-f]{64}|age-secret-key-1[02-9ac-hj-np-z]{50,60})(?![0-9a-z])/dgu,
  (value) => !/^s[a-d]/i.test(value) || /^S[A-D][A-Z2-7]{54}$/.test(value),
);
const nostrKey = patternFinder('private-key', /(?<![0-9a-z])nsec1[02-9ac-hj-np-z]{58}(?![0-9a-z])/dgu);
const pemKey = patternFinder(
  'private-key',
  /-{3,5}\s?begin [a-z0-9 ]{0,40}private key(?: block)?\s?-{3,5}[\s\S]*?(?:-{3,5}\s?end [a-z0-9 ]{0,40}private key(?: block)?\s?-{3,5}|$)/dgu,
);
/** The heart of a keystore file, whatever stands around it. */
const keystore = patternFinder(
  'private-key',
  /["']?crypto["']?\s{0,20}:\s{0,20}\{(?:(?!crypto["']?\s{0,20}:)[\s\S]){0,2000}?ciphertext["']?\s{0,20}:[^}]{0,2000}\}?/dgu,
);

const FINDERS: readonly PatternFinder<'private-key'>[] = [
  namedHexKey,
  shortNamedHexKey,
  hexCalledKey,
  namedSolanaKey,
  byteArray,
  walletImportFormat,
  brokenImportFormat,
  encryptedKey,
  extendedKey,
  chainKey,
  findSeeds,
  nostrKey,
  pemKey,
  keystore,
];

/** The keys of wallets and servers, in the forms in which they are exported. */
export const findPrivateKeys: Finder<'private-key'> = inTurn(FINDERS);
