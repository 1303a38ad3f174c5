import { fold } from './fold.ts';
import { patternFinder } from './pattern.ts';
import { findRecoveryPhrases } from './recoveryPhrase.ts';
import type { Finder, SecretKind } from './secret.ts';

/** Sixty-four hex digits are a key only where the words say so; alone they are a transaction's hash. */
const namedHexKey = patternFinder(
  'private-key',
  /(?:private[ _-]?key|secret[ _-]?key|priv[ _-]?key|私钥|私鑰|密钥|密鑰)[^0-9a-f]{0,40}(?<value>(?:0x)?[0-9a-f]{64})(?![0-9a-f])/dgu,
);
/** Wallet import format: 51 or 52 characters of base 58. Folding loses its case, so the shape is checked on the text. */
const walletImportFormat = patternFinder(
  'private-key',
  /(?<![0-9a-z])[5kl][1-9a-z]{50,51}(?![0-9a-z])/dgu,
  (value) => /^(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})$/.test(value),
);
const extendedKey = patternFinder('private-key', /(?<![0-9a-z])[xyzt]prv[1-9a-z]{100,112}/dgu);
const pemKey = patternFinder(
  'private-key',
  /-----begin [a-z ]*private key-----[\s\S]*?(?:-----end [a-z ]*private key-----|$)/dgu,
);
const keystore = patternFinder('private-key', /\{[^{}]*"crypto"\s*:\s*\{[\s\S]*?"ciphertext"[\s\S]*?\}/dgu);

const cardNumber = patternFinder(
  'card-number',
  /(?<![\d.a-z])[2-6](?:[ \-.\u00a0]?\d){12,18}(?![\d]|[a-z]{2})/dgu,
  (value) => passesLuhn(digits(value)),
);
const cardSecurityCode = patternFinder(
  'card-security-code',
  /(?:\bcv[vc]2?\b|security code|安全码|安全碼|验证值)\D{0,12}(?<value>\d{3,4})(?!\d)/dgu,
);
/** What is called a password and looks like one: four signs or more, not only letters. */
const password = patternFinder(
  'password',
  /(?:password|passcode|passwd|密码|密碼|口令)\s*(?:is|was|[:=]|是|为|為)\s*(?<value>[!-~]{4,})/dgu,
  (value) => /[^A-Za-z.,!?]/.test(value),
);
const oneTimeCode = patternFinder(
  'one-time-code',
  /(?:\botp\b|one[- ]time (?:pass)?(?:code|word)?|verification code|2fa code|auth(?:entication)? code|验证码|驗證碼|动态码|短信码)[^\d\n]{0,12}(?<value>\d{4,8})(?!\d)/dgu,
);

const FINDERS: readonly Finder<SecretKind>[] = [
  findRecoveryPhrases,
  namedHexKey,
  walletImportFormat,
  extendedKey,
  pemKey,
  keystore,
  cardNumber,
  cardSecurityCode,
  password,
  oneTimeCode,
];

/** Everything in a text that the form refuses to search, store or send. */
export const findSecrets: Finder<SecretKind> = (text) => FINDERS.flatMap((find) => find(text));

function digits(value: string): string {
  return fold(value).replace(/\D/g, '');
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
