import { comparableText } from './comparableText.ts';
import { sentencesOf } from './sentences.ts';

/** One word of a pattern, or a stretch of any words between two of them. */
export type PatternWord =
  { readonly kind: 'exact' | 'beginning'; readonly text: string } | { readonly kind: 'gap' };

/** Words that follow one another: `gave ... phrase` is a word, a gap and a word. */
export type PatternPhrase = readonly PatternWord[];

/** Phrases of which one must occur. */
export type PatternGroup = readonly PatternPhrase[];

/** A word, or a Chinese character, of a text and the sentence it stands in. */
export interface Token {
  readonly text: string;
  readonly sentence: number;
}

/**
 * A Chinese character, or a run of other letters and digits; `[^\P{L}…]` is every letter but those. A comma counts too,
 * so that words on two sides of it do not follow one another.
 */
const WORD = /[\u3400-\u9FFF\uF900-\uFAFF,:;、]|(?:[^\P{L}\u3400-\u9FFF\uF900-\uFAFF]|[\p{M}\p{N}])+/gu;
const APOSTROPHES = /['’]/g;
const GAP = '...';

/** The words and characters of a text in comparable form: simplified, half width, lower case, no apostrophes. */
export function tokensOf(text: string): Token[] {
  const comparable = plain(text);
  return sentencesOf(comparable).flatMap(({ start, end }, sentence) =>
    wordsOf(comparable.slice(start, end)).map((word) => ({ text: word, sentence })),
  );
}

/**
 * Reads a pattern of the safety table: groups joined by ` + `, phrases in a group divided by `|`, `*` for any ending,
 * `...` for a few words between, `<name>` for a list of words that has a name.
 *
 * @param lists named lists, each written as one group
 * @throws Error that says what is wrong with the pattern and how to mend it
 */
export function parsePattern(pattern: string, lists: Readonly<Record<string, string>>): PatternGroup[] {
  return pattern.split(/\s\+\s/).map((group) => parseGroup(group, lists, []));
}

function parseGroup(
  group: string,
  lists: Readonly<Record<string, string>>,
  within: readonly string[],
): PatternGroup {
  return group.split('|').flatMap((phrase) => {
    const name = /^\s*<([a-z-]+)>\s*$/.exec(phrase)?.[1];
    if (name === undefined) return [parsePhrase(phrase, group)];
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (list === undefined) {
      const known = Object.keys(lists).map((key) => `<${key}>`);
      throw new Error(
        `<${name}> is no list; expected one of those under \`words\` (${known.join(', ') || 'there is none'}). Fix: correct the name, or add the list in the same language`,
      );
    }
    if (within.includes(name)) throw new Error(`<${name}> holds itself. Fix: take it out of its own list`);
    return parseGroup(list, lists, [...within, name]);
  });
}

function parsePhrase(phrase: string, group: string): PatternPhrase {
  const words = phrase.trim().split(/\s+/).flatMap(parseWords);
  if (words.length === 0 || words[0]?.kind === 'gap' || words.at(-1)?.kind === 'gap') {
    throw new Error(
      `"${phrase.trim()}" in "${group.trim()}" is no phrase; expected words, with ${GAP} only between two. Fix: remove a | or ${GAP} too many`,
    );
  }
  return words;
}

function parseWords(written: string): PatternWord[] {
  if (written === GAP) return [{ kind: 'gap' }];
  if (written === '') return [];
  const isBeginning = written.endsWith('*');
  const bare = isBeginning ? written.slice(0, -1) : written;
  const words = wordsOf(plain(bare));
  const isShort = isBeginning && [...(words.at(-1) ?? '')].length < 2;
  if (words.length === 0 || isShort || /[^\p{L}\p{M}\p{N}'’-]/u.test(bare)) {
    throw new Error(
      `"${written}" is no word; expected letters, digits, - and ', with * only behind two letters or more. Fix: write words, one space apart`,
    );
  }
  return words.map((text, i) => ({
    kind: isBeginning && i === words.length - 1 ? 'beginning' : 'exact',
    text,
  }));
}

/** 帐 and 账 are one word to whoever types 账号. */
function plain(text: string): string {
  return comparableText(text).toLowerCase().replace(APOSTROPHES, '').replace(/帐/g, '账');
}

function wordsOf(plainText: string): string[] {
  return plainText.match(WORD) ?? [];
}
