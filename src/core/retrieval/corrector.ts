import { comparableText } from './comparableText.ts';
import { homophoneCorrector } from './homophones.ts';
import type { KnowledgeIndex } from './knowledgeIndex.ts';
import { spellingCorrector } from './spelling.ts';
import { termOf } from './terms.ts';

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/**
 * A corrector of typing slips, in either language, towards the words that these indexes can find.
 * @param words that are right as they stand, the most frequent first
 */
export function correctorFor(
  indexes: readonly KnowledgeIndex[],
  words: readonly string[] = [],
): (text: string) => string {
  const spelling = spellingCorrector(words, (word) =>
    indexes.some(
      ({ lexical, words: { terms } }) => lexical.postings.has(termOf(word)) || terms.rows.has(termOf(word)),
    ),
  );
  const pairs = new Set(words.flatMap(pairsOf));
  const homophones = homophoneCorrector(pairFrequencies(indexes), (pair) => pairs.has(pair));
  return (text) => homophones(spelling(comparableText(text)));
}

/** How many texts hold each pair of Chinese characters. */
function pairFrequencies(indexes: readonly KnowledgeIndex[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  const add = (term: string, count: number): void => {
    if (HAN_PAIR.test(term)) frequencies.set(term, (frequencies.get(term) ?? 0) + count);
  };
  for (const { lexical, words } of indexes) {
    for (const [term, { texts }] of lexical.postings) add(term, texts.length);
    for (const [term, { count }] of words.terms.rows) add(term, count);
  }
  return frequencies;
}

/** Neighbours within a Chinese word; none in others. */
function pairsOf(word: string): string[] {
  if (word.charCodeAt(0) < 0x2e80) return [];
  const characters = [...word];
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
