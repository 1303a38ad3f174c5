import { fold } from './fold.ts';
import { isAccount } from './mod97.ts';
import type { Finding } from './secret.ts';

/** Thirteen digits or more with hardly anything between them. What else stands there is told apart by the groups. */
const DIGITS = /(?<!\d[a-z]{1,8})\d(?:[\s.,/_·–—、-]{0,3}\d){12,}/gu;
/** How people group the digits of a card, by the lengths of the groups: in fours, as on American Express, not at all. */
const GROUPINGS =
  /^(?:\d+|4-4-4-[1-4](?:-[1-3])?|4-4-4-2-2|4-8-4|4-4-8|8-4-4|4-12|12-4|5-5-6|4-6-[45]|8-8|6-1[03]|(?:1-)+1|(?:2-)+[12])$/;
/** What issuers' numbers begin with and how long they are: https://en.wikipedia.org/wiki/Payment_card_number */
const ISSUERS = new RegExp(
  `^(?:${[
    String.raw`4\d{12}(?:\d{3}){0,2}`, // Visa
    String.raw`5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}`, // Mastercard
    String.raw`3[47]\d{13}`, // American Express
    String.raw`3(?:0[0-5]|[68]\d)\d{11}`, // Diners Club
    String.raw`35(?:2[89]|[3-8]\d)\d{12}`, // JCB
    String.raw`6(?:011|5\d\d|4[4-9]\d)\d{12}`, // Discover
    String.raw`(?:62|81)\d{14,17}`, // UnionPay
    String.raw`(?:50|5[6-8]|6[37])\d{14}(?:\d{2,3})?`, // Maestro
    String.raw`220[0-4]\d{12}|9792\d{12}|(?:60|82)\d{14}`, // Mir, Troy, RuPay
  ].join('|')})$`,
);
const LONGEST = 19;
/** The expiry date, which belongs to the card and goes with it, and the code after it, which is one of its own. */
const EXPIRY =
  /[^\p{L}\d]{0,3}(?:exp[a-z]{0,6}[^\p{L}\d]{0,3})?(?:0[1-9]|1[0-2])[/| -]{0,3}(?:20)?[2-4]\d(?:[^\p{L}\d]{1,3}(?<code>\d{3,4}))?(?!\d)/duy;

type Found = Finding<'card-number' | 'card-security-code'>;

/** Finds card numbers: a run of groups of digits that an issuer could have given out and whose check digit fits. */
export function findCards(text: string): Found[] {
  const folded = withChineseDigits(fold(text));
  return [...folded.matchAll(DIGITS)].flatMap(({ 0: run, index }): Found[] => {
    // A number that goes on in letters and digits is part of a hash or a reference.
    if (/^[a-z]{1,2}\d/.test(folded.slice(index + run.length, index + run.length + 3))) return [];
    if (isEndOfAccount(folded, index + run.length)) return [];
    return cardsIn(run).flatMap(({ start, end }) => withExpiry(folded, index + start, index + end));
  });
}

/** The number of an account, its country and check digits before it, is whole and so no card. */
function isEndOfAccount(text: string, end: number): boolean {
  const account = /(?<![0-9a-z])[a-z]{2}\d{2}(?:[ .-]?[0-9a-z]){11,30}$/u.exec(
    text.slice(Math.max(0, end - 60), end),
  );
  return account !== null && isAccount(account[0]);
}

function withExpiry(text: string, start: number, end: number): Found[] {
  EXPIRY.lastIndex = end;
  const expiry = EXPIRY.exec(text);
  if (!expiry) return [{ kind: 'card-number', start, end }];
  const code = expiry.indices!.groups!['code'];
  const expiryEnd = end + expiry[0].length;
  if (!code) return [{ kind: 'card-number', start, end: expiryEnd }];
  return [
    { kind: 'card-number', start, end: code[0] },
    { kind: 'card-security-code', start: code[0], end: code[1] },
  ];
}

/** Digits for the characters that stand for them, unit for unit. */
function withChineseDigits(text: string): string {
  return text.replace(/[〇零一二三四五六七八九]/g, (character) =>
    character === '零' ? '0' : String('〇一二三四五六七八九'.indexOf(character)),
  );
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** The cards among the groups of one run, each group used once: `4242 4242 4242 4242 08/29` holds one card. */
function cardsIn(run: string): { readonly start: number; readonly end: number }[] {
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const cards: { start: number; end: number }[] = [];
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfCard(run, groups, first);
    if (last === undefined) continue;
    cards.push({ start: groups[first]!.start, end: groups[last]!.end });
    first = last;
  }
  return cards;
}

/** The group with which a card ends that begins with group `first`; the longest, if several could. */
function lastOfCard(run: string, groups: readonly Group[], first: number): number | undefined {
  // The digits after a decimal point are no card's.
  if (first > 0 && groups[first]!.digits.length > 8 && run[groups[first]!.start - 1] === '.')
    return undefined;
  let found: number | undefined;
  for (let last = first, digits = '', sizes = ''; last < groups.length; last++) {
    digits += groups[last]!.digits;
    sizes += `${last > first ? '-' : ''}${groups[last]!.digits.length}`;
    if (digits.length > LONGEST) break;
    if (GROUPINGS.test(sizes) && ISSUERS.test(digits) && passesLuhn(digits)) found = last;
  }
  return found;
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
