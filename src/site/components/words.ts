/** A page's words, by what follows its prefix in content/i18n. */
export type Strings = Readonly<Record<string, string>>;

/** A sentence with its `{{names}}` filled in. Between Chinese and Latin letters there is a space. */
export function say(strings: Strings, key: string, values: Readonly<Record<string, string>> = {}): string {
  const template = strings[key] ?? '';
  return template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string, at: number) => {
    const value = values[name] ?? '';
    const before = HAN_END.test(template.slice(0, at)) && LATIN_START.test(value) ? ' ' : '';
    const after = LATIN_END.test(value) && HAN_START.test(template.slice(at + placeholder.length)) ? ' ' : '';
    return before + value + after;
  });
}

const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;
const LATIN_START = /^[\w@]/;
const LATIN_END = /\w$/;

/** The site's words that begin with a prefix, without it: what a page hands its script. */
export function wordsUnder(prefix: string, all: Readonly<Record<string, string | undefined>>): Strings {
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) =>
      key.startsWith(prefix) && text !== undefined ? [[key.slice(prefix.length), text]] : [],
    ),
  );
}
