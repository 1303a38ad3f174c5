import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/** By list: how many of a text's words it has, as they stand and spelled backwards. */
export interface Hits {
  readonly forwards: Uint32Array;
  readonly backwards: Uint32Array;
}

/** Counts for all lists at once: most texts have few words of any, and one look at each word tells so. At most 32 lists. */
export function hitCounter(vocabularies: readonly Vocabulary[]): (words: readonly Token[]) => Hits {
  const forwards = new Map<string, number>();
  const backwards = new Map<string, number>();
  vocabularies.forEach(({ known }, list) => {
    for (const word of known.keys()) {
      mark(forwards, word, list);
      mark(backwards, reversed(word), list);
    }
  });
  return (words) => {
    const hits = {
      forwards: new Uint32Array(vocabularies.length),
      backwards: new Uint32Array(vocabularies.length),
    };
    for (const { word } of words) {
      count(hits.forwards, forwards.get(word));
      count(hits.backwards, backwards.get(word));
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
function count(counts: Uint32Array, lists = 0): void {
  for (let rest = lists; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]!++;
}
