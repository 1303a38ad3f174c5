import { findApiKeys } from './apiKey.ts';
import { CHAIN_FINDERS } from './chainAddress.ts';
import { findIbans } from './iban.ts';
import { findNames } from './name.ts';
import { inTurn, patternFinder, whereThereIs, withDigits, type PatternFinder } from './pattern.ts';
import { findPhones } from './phone.ts';
import { PRIVATE_FINDERS } from './private.ts';
import type { Finder, PersonalKind } from './secret.ts';

/** Also as people hide it from machines: "jo (at) mail (dot) example". */
const email = patternFinder(
  'email',
  /(?<![\w.+-])[\w.+'-]{1,64}(?:\s?@\s|@)(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z])|(?<![\w.+-])[\w.+'-]{1,64}\s@(?:[\w-]{1,63}\.){1,4}(?:com|net|org|cn|io|de|uk|fr|ru|example)(?![a-z.])|(?<![\p{L}\p{N}_.+-])\p{Script=Han}{1,6}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}|(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}|(?<![\w.+-])[\w.+-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\w-]{1,63}(?:\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?[\w-]{2,63}){1,4}|(?<![\w.+-])[\w.+-]{2,64} at [\w-]{2,63} dot (?:com|net|org|io|cn|example|[a-z]{2})(?![a-z])/dgu,
);
/** Every word may be the first half of an address: only where there is the sign between the halves need one look. */
const EMAIL_SIGN = /@|[([{]\s?at\s?[)\]}]|\sat\s[\w-]{2,63}\sdot\s/;
const findEmails = whereThereIs(EMAIL_SIGN, email);
const ip = patternFinder(
  'ip',
  /(?<![\d.a-z]|v\s?|version\s?|版本[号:：]?\s?|app\s)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)|(?<![0-9a-z:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:|::(?:ffff:)?(?:[0-9a-f]{1,4}:){1,6}[0-9a-f]{1,4})(?![0-9a-z:])/dgu,
);
/** Four numbers, or what only addresses have, two colons in a row or in a word. */
const IP_SIGN = /\d\.\d|[0-9a-f]?:[0-9a-f:]/;
const nationalId = patternFinder(
  'national-id',
  /(?<![0-9a-z])(?:[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dx]|(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4})(?![0-9a-z]|-\d)/dgu,
  (value) => /^\d{3}-\d{2}-/.test(value) || passesResidentCheck(value.replace(/[ -]/g, '')),
);
/** A number that only the words beside it make one: an American one without hyphens, a passport, an old Chinese one. */
const namedId = patternFinder(
  'national-id',
  /(?:(?<![a-z])ssn|social security(?: number| no\.?)?|national insurance(?: number| no\.?)?|(?<![a-z])nino?|passport(?: number| no\.?)?|护照号?码?|身份证号?码?|身份證號?碼?)(?:\s?(?:is|was|[:#=]|是|为))?[:\s]{0,3}(?<value>\d{3}[ -]?\d{2}[ -]?\d{4}|[a-z]{1,2}\d{7,8}|[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]|\d{15}|\d{17}[\dx])(?![0-9a-z])/dgu,
);
/** In this order: where two overlap, the earlier one says what it is. */
const FINDERS: readonly PatternFinder<PersonalKind>[] = [
  findEmails,
  findApiKeys,
  ...CHAIN_FINDERS,
  findIbans,
  withDigits(nationalId),
  withDigits(namedId),
  whereThereIs(IP_SIGN, ip),
  findPhones,
  findNames,
  ...PRIVATE_FINDERS,
];

/** Everything in a text that identifies a person, an account or a payment. */
export const findPersonal: Finder<PersonalKind> = inTurn(FINDERS);

/** GB 11643-1999: weights 2^(17-i) mod 11 over the first seventeen digits give the last one. */
function passesResidentCheck(value: string): boolean {
  const weighted = [...value.slice(0, 17)].reduce(
    (sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return '10X98765432'[weighted % 11] === value.at(17)?.toUpperCase();
}
