import type { Language } from './language.ts';

const DAY_MS = 86_400_000;
/** From so many days on, the larger unit says enough. */
const UNITS = [
  ['year', 365, 545],
  ['month', 30, 45],
  ['week', 7, 14],
  ['day', 1, 0],
] as const;

/**
 * How long ago a day was, as people say it: "5 days ago", "上周".
 * @param day YYYY-MM-DD
 * @param now in milliseconds since 1970
 */
export function age(day: string, now: number, language: Language): string {
  // A day that is not over anywhere counts as today.
  const days = Math.max(0, Math.floor((now - Date.parse(day)) / DAY_MS));
  const [unit, length] = UNITS.find(([, , from]) => days >= from)!;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(days / length), unit);
}
