import type { Language } from '../../article/language.ts';
import { networksFor } from '../../deflection/networks.ts';

/** What an agent can be asked for. None of them is a secret: of a card there are the last four digits. */
export const VARIABLE_TYPES = ['text', 'link', 'amount', 'date', 'hash', 'lastFour'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** Longer is no value of a variable but a text of its own. */
export const MAX_VALUE = 200;

const LINE_BREAKS = /[\r\n\u0085\u2028\u2029]+/g;

const SHAPES: Readonly<Record<VariableType, (value: string) => boolean>> = {
  text: (value) => value.length <= MAX_VALUE,
  link: isLink,
  // 12.50 EUR, 1,234.5 USDT, ¥300: a number with its currency or token before or after it.
  amount: (value) => AMOUNT.test(value),
  date: isDay,
  hash: (value) => networksFor(value).length > 0,
  lastFour: (value) => /^\d{4}$/.test(value),
};

const AMOUNT =
  /^(?:[$€£¥] ?\d{1,3}(?:[\d,]*\d)?(?:\.\d+)?|\d{1,3}(?:[\d,]*\d)?(?:\.\d+)? ?[A-Za-z][A-Za-z0-9.]{1,9})$/;

/** Whether something typed is of a type. An empty value is not: what nobody filled in is asked for again. */
export function isOfType(type: VariableType, value: string): boolean {
  const tidy = tidyValue(value);
  return tidy !== '' && SHAPES[type](tidy);
}

/** A value as it stands in a reply of a language: one line, and days the way people write them. */
export function showValue(type: VariableType, value: string, language: Language): string {
  const tidy = tidyValue(value);
  if (type !== 'date' || !isDay(tidy)) return tidy;
  const [year, month, day] = tidy.split('-').map(Number) as [number, number, number];
  if (language === 'zh-CN') return `${year} 年 ${month} 月 ${day} 日`;
  const time = Date.UTC(year, month - 1, day);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

function tidyValue(value: string): string {
  return value.replace(LINE_BREAKS, ' ').trim();
}

function isLink(value: string): boolean {
  return /^https:\/\/[^\s<>"'()[\]]+$/.test(value) && URL.canParse(value) && value.length <= 500;
}

/** A day of the calendar: 2026-02-30 is none. */
function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
