import type { Token } from './words.ts';

/**
 * What stands between the words of a phrase and is none: 1st, No. 2, w3, c), iv., a list's tags, "and". Words of the
 * English list never do: "then" is one.
 */
const LABEL =
  /^(?:[a-l]|st|nd|rd|th|no|nr|w|words|li|ul|ol|p|br|div|td|tr|span|and|nbsp|i{1,3}|iv|vi{0,3}|ix|xi{0,2})$/;
const NUMERAL = /^(?:\p{Script=Han}|二?十[一二三四五六七八九]?)$/u;
const LONGEST_NUMERAL = 3;
/** Counting, some of it in words of the English list. */
const COUNTING =
  /^(?:(?:twenty|thir|four|fif|six|seven|eigh|nine)(?:teen)?|one|two|three|five|seven|eight|ten|eleven|twelve|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th|twentieth|word|number|is|then|next|comma|followed|by|after|that|comes|my|the|last|finally)$/;
/** So often in one text, and a word belongs to how the phrase is told. */
const OFTEN = 6;
/** And so long a text is prose, in which some words are always frequent. */
const LONG = 200;

/** 一, 十二, 是: one Chinese character between words of another language is no prose. */
export function isNumeral({ word }: Token): boolean {
  return word.length <= LONGEST_NUMERAL && NUMERAL.test(word);
}

export function isLabel({ word }: Token): boolean {
  return LABEL.test(word);
}

/** The tokens without the words by which a phrase is told or dictated: "word one is …, word two is …". */
export function withoutTelling(tokens: readonly Token[]): readonly Token[] {
  if (tokens.length > LONG) return tokens.filter(({ word }) => !COUNTING.test(word));
  const counts = new Map<string, number>();
  for (const { word } of tokens) counts.set(word, (counts.get(word) ?? 0) + 1);
  return tokens.filter(({ word }) => !COUNTING.test(word) && counts.get(word)! < OFTEN);
}
