import { checksumOf } from './checksum.ts';
import { COMMON_PAIRS } from './chineseProse.ts';
import type { Token } from './words.ts';

/** Where a row of characters stands: from as good as said to be a phrase to anywhere. */
export type Doubt = 'named' | 'near its name' | 'cut from a sentence' | 'alone' | 'set off' | 'anywhere';
/** How sure one must be that the characters are none of a sentence: the mean of the logarithms of their ranks. */
const LEAST_RARITY: Readonly<Record<Doubt, number>> = {
  named: 4.7,
  'near its name': 5.2,
  'cut from a sentence': 5.2,
  alone: 5.45,
  'set off': 5.8,
  anywhere: 5.9,
};
/** Chance hardly ever draws a character twice: 前台写，后台写，前台读，后台读. */
const LEAST_VARIED = 0.75;
/** Rows as long as these are rarer, so that one common pair, which chance makes too, does not excuse them. */
const LONG = 18;
/** So rare, right beside its name, a row is a phrase without its checksum: one that was mistyped, or half of one. */
const RARE = 6;

export type IsPhrase = (row: readonly Token[], doubt: Doubt) => boolean;

/**
 * Tells phrases of these lists: the characters are rare enough on the whole, do not make common words, and the checksum fits.
 * Chance passes the checksum once in sixteen, so that alone says nothing.
 */
export function phraseTest(lists: readonly (readonly string[])[]): IsPhrase {
  const ranks = ranksOf(lists);
  const checksums = lists.map(checksumOf);
  return (row, doubt) => {
    const characters = row.map(({ word }) => word);
    if (!characters.every((character) => ranks.has(character))) return false;
    if (new Set(characters).size < characters.length * LEAST_VARIED) return false;
    const rarity =
      characters.reduce((sum, character) => sum + Math.log(ranks.get(character)! + 1), 0) / characters.length;
    if (rarity < LEAST_RARITY[doubt]) return false;
    const pairs = characters.filter((character, i) =>
      COMMON_PAIRS.has((characters[i - 1] ?? '') + character),
    );
    if (pairs.length > (doubt === 'named' || characters.length >= LONG ? 1 : 0)) return false;
    return (doubt === 'named' && rarity >= RARE) || checksums.some((passes) => passes(characters));
  };
}

/** The lists begin with the commonest characters of the language: the place in the list says how common one is. */
function ranksOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const list of lists) {
    list.forEach((character, rank) => {
      if (!ranks.has(character)) ranks.set(character, rank);
    });
  }
  return ranks;
}
