import type { Language } from '../../core/article/language.ts';
import { say } from '../components/words.ts';

const PREFIX = 'firstline.mining.';

type Keys<Key> = Key extends `firstline.mining.${infer Rest}` ? Rest : never;
/** What follows `firstline.mining.` in content/i18n. */
export type MiningKey = Keys<keyof StarlightApp.Strings>;

/** The pages' words in one language, and its way of writing numbers and days. */
export interface MiningWords {
  readonly language: Language;
  /**
   * A sentence with its `{{names}}` filled in, as they are: values are nobody's markup or template. With a `count` of 1 the
   * key that ends in `_one` is taken where there is one.
   */
  readonly say: (key: MiningKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The same for a key that is only known when it runs; undefined if there is no such text. */
  readonly find: (key: string) => string | undefined;
  /** Sentences one after another: Chinese sets no space between them. */
  readonly join: (sentences: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** A share, 0 to 1, in percent. */
  readonly percent: (share: number) => string;
  /** `2026-11-15` as people write it; a dash for null. */
  readonly day: (day: string | null) => string;
  /** The same without the year. */
  readonly shortDay: (day: string) => string;
  readonly month: (day: string) => string;
}

/** @param strings all of the site's, as Starlight's `t.all()` gives them */
export function miningWords(
  strings: Readonly<Record<string, string | undefined>>,
  language: Language,
): MiningWords {
  const own = Object.fromEntries(
    Object.entries(strings).flatMap(([key, text]) =>
      key.startsWith(PREFIX) && text !== undefined ? [[key.slice(PREFIX.length), text]] : [],
    ),
  );
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const dates = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (day) => format.format(Date.parse(day));
  };
  const long = dates({ year: 'numeric', month: 'short', day: 'numeric' });
  const written = (value: string | number): string =>
    typeof value === 'number' ? numbers.format(value) : value;
  return {
    language,
    say: (key, values = {}) =>
      say(
        own,
        values['count'] === 1 && own[`${key}_one`] !== undefined ? `${key}_one` : key,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)])),
      ),
    find: (key) => own[key],
    join: (sentences) => sentences.filter((text) => text !== '').join(language === 'en' ? ' ' : ''),
    number: (value) => numbers.format(value),
    percent: (share) => shares.format(share),
    day: (day) => (day === null ? '–' : long(day)),
    shortDay: dates({ month: 'short', day: 'numeric' }),
    month: dates({ month: 'short' }),
  };
}
