import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/** By list: how many of a text's words it has, as they stand and spelled backwards. */
export interface Hits {
  readonly forwards: Uint32Array;
  readonly backwards: Uint32Array;
}

/** Their bits, and as many for words spelled backwards, make one number. */
const MOST_LISTS = 16;
const FORWARDS = 2 ** MOST_LISTS - 1;

/** Counts for all lists at once: most texts have few words of any, and one look at each word tells so. At most `MOST_LISTS`. */
export function hitCounter(vocabularies: readonly Vocabulary[]): (words: readonly Token[]) => Hits {
  const lists = new Map<string, number>();
  vocabularies.forEach(({ known }, list) => {
    for (const word of known.keys()) {
      mark(lists, word, list);
      mark(lists, reversed(word), list + MOST_LISTS);
    }
  });
  return (words) => {
    const hits = {
      forwards: new Uint32Array(vocabularies.length),
      backwards: new Uint32Array(vocabularies.length),
    };
    for (const { word } of words) {
      const found = lists.get(word);
      if (found === undefined) continue;
      count(hits.forwards, found & FORWARDS);
      count(hits.backwards, found >>> MOST_LISTS);
    }
    return hits;
  };
}

export function reversed(word: string): string {
  return [...word].reverse().join('');
}

/** A bit for each list that has a word. */
function mark(lists: Map<string, number>, word: string, list: number): void {
  lists.set(word, (lists.get(word) ?? 0) | (1 << list));
}

/** Adds one for each bit: few words are of more than one list. */
function count(counts: Uint32Array, lists: number): void {
  for (let rest = lists; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]!++;
}
