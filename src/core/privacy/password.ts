import { fold } from './fold.ts';
import { patternFinder } from './pattern.ts';
import type { Finder, SecretKind } from './secret.ts';

/** What may stand between the name of a secret and the secret: nothing that makes a sentence of it. */
const SAYS = String.raw`\s{0,3}(?:is|was|[:=]|[-=]?>|→|是|为|為)?\s{0,3}`;
/** A number followed by one of these is a year or an amount. */
const NO_UNIT = String.raw`(?!\s?[年月日号號位次天个個分秒小元块]|[-/.]\d)`;

/** English needs a word or a sign between, or a new line; Chinese needs nothing. */
const password = patternFinder(
  'password',
  new RegExp(
    String.raw`(?:(?:password|passcode|passwd|passphrase|\bpwd)\s{0,3}(?:\s(?:is|was)\s|[:=]|[-=]>|→|\n|是|为|為)|(?:密[码碼]|口令)\s{0,3}(?:是|为|為|[:=]|[-=]>|→)?)\s{0,3}(?<value>[!-~]{4,100})(?![!-~])${NO_UNIT}`,
    'dgu',
  ),
  looksLikePassword,
);
const pin = patternFinder(
  'password',
  new RegExp(
    String.raw`\bpin(?:[ -]?(?:code|number)|码|碼)?${SAYS}(?<value>\d{4,8})(?![0-9a-z])${NO_UNIT}`,
    'dgu',
  ),
);
const cardSecurityCode = patternFinder(
  'card-security-code',
  new RegExp(
    String.raw`(?:\bcv[vc]2?(?![a-z])|security code|安全[码碼]|验证值|背面三位[数數]?)(?:[ -]?(?:number|code)|[码碼])?(?: on the back)?${SAYS}(?<value>\d{3,4})(?!\d)${NO_UNIT}`,
    'dgu',
  ),
);
const oneTimeCode = patternFinder(
  'one-time-code',
  new RegExp(
    String.raw`(?:\botp\b(?: code)?|one[- ]time (?:pass)?(?:code|word)?|verification code|2fa code|auth(?:entication)? code|验证码|驗證碼|动态码|動態碼|短信码)${SAYS}(?<value>\d{3}[ -]\d{3}|\d{4,8})(?![0-9a-z])${NO_UNIT}`,
    'dgu',
  ),
);
/** A code without its full name: six digits, and no word before it that makes it another kind of code. */
const someCode = patternFinder(
  'one-time-code',
  /(?:\b(?:the|my|your|this|sms|login) |(?<![a-z] ?))code\s{0,3}(?:is|was|:)\s{0,3}(?<value>\d{3}[ -]?\d{3})(?![0-9a-z])/dgu,
);

const FINDERS: readonly Finder<SecretKind>[] = [password, pin, cardSecurityCode, oneTimeCode, someCode];

/** What people type in to be let in, where the words before it say what it is. */
export const findPasswords: Finder<SecretKind> = (text) => FINDERS.flatMap((find) => find(text));

/**
 * Whether what stands after "password is" is one, and not `incorrect`, `case-sensitive?` or `？？？？`: it has a digit,
 * or a sign that prose does not put inside a word.
 */
function looksLikePassword(value: string): boolean {
  const bare = fold(value).replace(/^["'`“”([{<]+|["'`“”)\]}>.,;:!?]+$/g, '');
  if (bare.length < 4 || /^(?:https?:|(?:19|20)\d\d[-/.])/i.test(bare)) return false;
  return /\d|[a-z][!?#$%^&*_+=~|\\@]+[a-z]/i.test(bare);
}
