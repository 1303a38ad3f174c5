import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/** Words of a text, one after the other. */
export type Row = readonly Token[];

/** How much it takes for a row of known words to be a phrase. */
export interface Demands {
  /** Words in the row that are not on the list. */
  readonly misses: number;
  readonly mostCommon: number;
  /** The same for words with one and the same thing between them: a list rather than a sentence. */
  readonly mostCommonInList?: number;
  /** Words that people list for other reasons. */
  readonly mostEveryday?: number;
  /** How many different words of the list there must be, or the same ones twice running. */
  readonly leastVaried: number;
}

/** The fewest words of a phrase. */
export const SHORTEST = 12;
/** A part of a phrase is refused too: eight words leave a thief no more than four to find. */
export const PART = 8;

/** As the text stands. */
export const PLAIN: Demands = { misses: 1, mostCommon: 3, mostCommonInList: 5, leastVaried: 8 };
/** As it stands but for single letters, which may have been words of a sentence: "have a heart problem". */
export const UNLABELLED: Demands = { ...PLAIN, leastVaried: 9 };
/** Words have been left out of the text, which brings those of prose nearer to one another. */
export const REDUCED: Demands = { misses: 0, mostCommon: 1, leastVaried: 11 };
/** The words left out stood between the words of the row one by one, or the row makes sense only backwards. */
export const REGULAR: Demands = { misses: 0, mostCommon: 5, leastVaried: 8 };
/** So few words must all be on the list and tell. */
export const PARTIAL: Demands = { misses: 0, mostCommon: 1, mostEveryday: 2, leastVaried: PART };
/** Some of the words have a slip in them. */
export const SLIPPED: Demands = { misses: 3, mostCommon: 1, leastVaried: 9 };

export function isNoProse(
  row: Row,
  vocabulary: Vocabulary,
  { misses, mostCommon, mostCommonInList = mostCommon, mostEveryday = Infinity, leastVaried }: Demands,
): boolean {
  const { common, everyday } = vocabulary;
  const inCommon = countOf(row, common);
  if (inCommon > Math.max(mostCommon, mostCommonInList)) return false;
  if (inCommon > (isEven(row) ? mostCommonInList : mostCommon)) return false;
  if (mostEveryday < row.length && countOf(row, everyday) > mostEveryday) return false;
  return strangersIn(row, vocabulary) <= misses && isVaried(row, vocabulary, leastVaried);
}

function countOf(row: Row, words: ReadonlySet<string>): number {
  let count = 0;
  for (const { word } of row) if (words.has(word)) count++;
  return count;
}

/**
 * Whether a row has so many different words of the list. The same word twice running is no prose either, as long as it is
 * not all there is ("test test test"), and no word of another kind stands among them ("where where condition").
 */
export function isVaried(row: Row, { known }: Vocabulary, least: number): boolean {
  const words = row.map(({ word }) => known.get(word));
  const different = new Set(words);
  if (different.delete(undefined)) return different.size >= least;
  const twice = words.filter((word, place) => word === words[place - 1]).length;
  return different.size > 1 && different.size + twice >= least;
}

/** Whether the words stand at one distance, but for the digits of their numbers, with the same signs between them. */
function isEven(row: Row): boolean {
  let [least, most] = [Infinity, 0];
  for (let place = 1; place < row.length; place++) {
    const distance = row[place]!.start - row[place - 1]!.end;
    if (distance < least) least = distance;
    if (distance > most) most = distance;
    if (most - least > 2 || row[place]!.gap !== row[1]!.gap) return false;
  }
  return true;
}

/**
 * Words that are not on the list, or only begin like one: those who note down four letters of each word do so for all, and
 * "prod" among whole words is a word of its own.
 */
function strangersIn(row: Row, { known, stems }: Vocabulary): number {
  const someWhole = row.some(({ word }) => word.length > 4 && known.has(word));
  let strangers = 0;
  for (const { word } of row) if (!known.has(word) || (someWhole && stems.has(word))) strangers++;
  return strangers;
}

/** Whether nearly every word of a row is followed, in the whole text, by a word that is not in the row. */
export function isInterleaved(all: Row): (row: Row) => boolean {
  let places: ReadonlyMap<number, number> | undefined;
  return (row) => {
    const placeOf = (places ??= new Map(all.map(({ start }, place) => [start, place])));
    const gaps = row.filter(
      ({ start }, i) => i > 0 && placeOf.get(start)! - placeOf.get(row[i - 1]!.start)! > 1,
    ).length;
    return gaps >= row.length - 2;
  };
}
