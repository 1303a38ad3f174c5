import type { Suggestion } from '../../retrieval/suggest.ts';

/** Words shown at most: enough to see why, few enough to read. */
const MOST = 8;

/** The words that a ticket and an article's title and best sentence have in common, each once, in order. */
export function matchedWords({
  title,
  sentence,
  marks,
}: Pick<Suggestion, 'title' | 'sentence' | 'marks'>): string[] {
  const words = [
    ...marks.title.map(({ start, end }) => title.slice(start, end)),
    ...marks.sentence.map(({ start, end }) => sentence.slice(start, end)),
  ];
  const seen = new Map(words.map((word) => [word.toLowerCase(), word]));
  return [...seen.values()].slice(0, MOST);
}
