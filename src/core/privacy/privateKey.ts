import { inTurn, patternFinder, type PatternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

/** What people call a private key. */
const NAMES = String.raw`(?:(?:private|secret|priv|export(?:ed)?|wallet|signing|spend|raw)[ _-]{0,2}key|privkey|(?<![0-9a-z])(?:pk|sk|pvk|prvkey|private|hex seed|seed hex|seed)(?![0-9a-z])|(?<!公)[私密秘][钥鑰匙锁])`;
/** What may stand between the name and the key: a few words, none of which says that a transaction's hash follows. */
const BETWEEN = String.raw`(?:(?!\btx|hash|transaction|transfer|deposit|payment|/|block|交易|哈希|区块|转账|这笔|充值|提现|[.!?。！？]\s{0,2}(?!(?:0x)?[0-9a-f]{16}))[\s\S]){0,60}?(?<![0-9a-z])`;
/** Sixty-four hex digits, perhaps wrapped or in groups. They are a key only where the words say so. */
const HEX = String.raw`(?<value>(?:0x)?[0-9a-f](?:[\s:_-]{0,2}[0-9a-f]){63})(?![0-9a-z])`;

const namedHexKey = patternFinder('private-key', new RegExp(NAMES + BETWEEN + HEX, 'dgu'));
/** A key that is not said to be public, or one of other things, right before the digits. */
const shortNamedHexKey = patternFinder(
  'private-key',
  new RegExp(
    String.raw`(?<!(?:public|pub|api|hash|view|access|order|tx|transaction|block)[ _-]?)(?<![a-z])(?:keys?|secret)(?:\s(?:is|was|here)|[\s:=#>"-]){1,6}${HEX}`,
    'dgu',
  ),
);
const hexCalledKey = patternFinder(
  'private-key',
  new RegExp(
    String.raw`(?<![0-9a-z])${HEX}["'”)]?\s{0,3}(?:[,，]\s?)?(?:[(（]\s{0,2}|(?:this |that |it |which )?(?:is|was|'s)\s|[这這就它]?[是为為]|<?[-=]{1,2}>?|←|as)[^0-9\n.,;，。]{0,24}${NAMES}`,
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
const extendedKey = patternFinder('private-key', /(?<![0-9a-z])[xyztuv]prv[1-9a-z]{90,112}/dgu);
/** Other chains' own forms: Stellar, Tezos, Sui, Aptos, age. Their first letters say what they are. */
const chainKey = patternFinder(
  'private-key',
  /(?<![0-9a-z])(?:s[a-d][a-z2-7]{54}|edsk[1-9a-z]{50}|edsk[1-9a-z]{94}|suiprivkey1[02-9ac-hj-np-z]{50,70}|(?:ed25519|secp256k1)-priv-0x[0-9a-f]{64}|age-secret-key-1[02-9ac-hj-np-z]{50,60})(?![0-9a-z])/dgu,
  (value) => !/^s[a-d]/i.test(value) || /^S[A-D][A-Z2-7]{54}$/.test(value),
);
/** The seed of an XRP account, and Bitcoin's mini key. */
const shortKey = patternFinder(
  'private-key',
  /(?<![0-9a-z])s[1-9a-z]{21,30}(?![0-9a-z])/dgu,
  (value) =>
    /^s[1-9A-HJ-NP-Za-km-z]{28}$|^S[1-9A-HJ-NP-Za-km-z]{29}$/.test(value) &&
    /\d.*\d/.test(value) &&
    /[a-z].*[a-z]/.test(value) &&
    /[A-Z].*[A-Z]/.test(value.slice(1)),
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
  encryptedKey,
  extendedKey,
  chainKey,
  shortKey,
  nostrKey,
  pemKey,
  keystore,
];

/** The keys of wallets and servers, in the forms in which they are exported. */
export const findPrivateKeys: Finder<'private-key'> = inTurn(FINDERS);
