import { checksumOf, type PassesChecksum } from './checksum.ts';
import { comparable } from './words.ts';
import type { WordList } from './wordList.ts';

/** The first four letters tell every word of a Latin list from every other, and some note down no more. */
const STEM = 4;
const LATIN = /^[a-z]+$/;

/** A word list prepared for looking words up. */
export interface Vocabulary {
  readonly passesChecksum: PassesChecksum;
  /** From what people may write, see `comparable`, to the word of the list. */
  readonly known: ReadonlyMap<string, string>;
  readonly common: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  /** Beginnings of words that are no words of the list themselves. */
  readonly stems: ReadonlySet<string>;
  /** What the whole words begin with, as many letters as the shortest of them has. */
  readonly beginnings: ReadonlySet<string>;
  readonly shortest: number;
  readonly longest: number;
  /** The words and their forms with a letter less; made when first asked for. */
  readonly near: () => ReadonlySet<string>;
}

export function vocabularyOf({ words, common = [], everyday = [] }: WordList): Vocabulary {
  const plain = words.map(comparable);
  const stems = LATIN.test(plain[0]!)
    ? plain.map((word, i) => [word.slice(0, STEM), words[i]!] as const)
    : [];
  const shortest = Math.max(LEAST, Math.min(...plain.map(({ length }) => length)));
  let near: ReadonlySet<string> | undefined;
  return {
    passesChecksum: checksumOf(words),
    known: new Map([...stems, ...plain.map((word, i) => [word, words[i]!] as const)]),
    common: new Set(common),
    everyday: new Set(everyday),
    stems: new Set(stems.map(([stem]) => stem)).difference(new Set(plain)),
    beginnings: new Set(plain.map((word) => word.slice(0, shortest))),
    shortest,
    longest: Math.max(...plain.map(({ length }) => length)),
    near: () => (near ??= new Set(plain.flatMap((word) => [word, ...shortened(word)]))),
  };
}

/** How many signs a word has at least that is made of words of the list. */
export function shortestGlued({ shortest }: Vocabulary): number {
  return FEWEST * shortest;
}

/**
 * Where to cut a word that is made of words of the list (`legalwinnerthank`): the end of each, or nothing if it is not.
 * Two are not enough: "wildlife" is one word.
 */
export function seams(word: string, vocabulary: Vocabulary): readonly number[] {
  if (word.length < shortestGlued(vocabulary)) return NONE;
  const { known, stems, beginnings, shortest, longest } = vocabulary;
  const begins = (at: number): boolean => beginnings.has(word.slice(at, at + shortest));
  const isWhole = (part: string): boolean => known.has(part) && !stems.has(part);
  if (!begins(0) || known.has(word)) return NONE;
  const from = new Int32Array(word.length + 1).fill(-1);
  from[0] = 0;
  for (let at = 0; at < word.length; at++) {
    if (from[at]! < 0 || !begins(at)) continue;
    for (let to = at + shortest; to <= Math.min(at + longest, word.length); to++) {
      if (from[to]! < 0 && isWhole(word.slice(at, to))) from[to] = at;
    }
  }
  const ends: number[] = [];
  for (let to = word.length; to > 0 && from[to]! >= 0; to = from[to]!) ends.push(to);
  return ends.length < FEWEST ? NONE : ends.reverse();
}

/** Words of three letters that are nearly always meant as they stand. */
const SHORT_PROSE: ReadonlySet<string> = new Set(
  'the and for but not are was has had its his her him she our out who how did get got let may say see too via yes'.split(
    ' ',
  ),
);

/** Whether a word is one of the list but for one letter more, less or other, or two that changed places. */
export function isNearly(word: string, { near }: Vocabulary): boolean {
  return (
    word.length >= 3 && !SHORT_PROSE.has(word) && [word, ...shortened(word)].some((form) => near().has(form))
  );
}

/** The word without each of its letters in turn: two words that share such a form are one slip apart. */
function shortened(word: string): string[] {
  return Array.from({ length: Math.min(word.length, 12) }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** The shortest words of the lists: two signs in Korean and Japanese. */
const LEAST = 2;
const FEWEST = 3;
const NONE: readonly number[] = [];
