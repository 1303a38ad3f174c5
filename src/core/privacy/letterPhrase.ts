import { PHRASE_LENGTHS } from './checksum.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { isLabel, isNumeral, withoutTelling } from './filler.ts';
import { joined, spelledOut, unglued } from './glued.ts';
import { hitCounter, reversed } from './hits.ts';
import {
  isInterleaved,
  isNoProse,
  isVaried,
  PART,
  PARTIAL,
  PLAIN,
  REDUCED,
  REGULAR,
  SHORTEST,
  SLIPPED,
  UNLABELLED,
  type Demands,
  type Row,
} from './letterRow.ts';
import { withNeighbours } from './phraseNeighbours.ts';
import type { Finder } from './secret.ts';
import { isNearly, shortestGlued, vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { readingOf, windowsOf, type Reading } from './windows.ts';
import { wordsOf, type Token } from './words.ts';
import type { WordList } from './wordList.ts';

/**
 * Finds phrases of lists whose words are words: twelve in a row of which at least eleven are on the list, or eight with
 * nothing between them. Running text has about one in five. It is read as it stands, without labels (`a)`, `1st`), without
 * the words by which people tell a phrase ("word one is …"), spelled backwards, and letter by letter.
 */
export function letterPhraseFinder(lists: readonly WordList[]): Finder<'recovery-phrase'> {
  const vocabularies = lists.filter(({ script }) => script === 'letters').map(vocabularyOf);
  const hitsIn = hitCounter(vocabularies);
  const fewestSigns = Math.min(...vocabularies.map(shortestGlued));
  return (text) => {
    const words = wordsOf(text).filter((token) => !isNumeral(token));
    const spelled = spelledOut(words);
    const long = words.filter(({ word }) => word.length >= fewestSigns);
    // Most messages are shorter than any part of a phrase.
    if (words.length < PART && spelled.length === 0 && long.length === 0) return [];
    const hits = hitsIn(words);
    return vocabularies.flatMap((vocabulary, list) => {
      const all = unglued(words, long, vocabulary);
      const hasFew = all === words ? hits.forwards[list]! < PART : hasFewOf(all, vocabulary);
      // Most texts have few words of most lists.
      if (spelled.length === 0 && hasFew && hits.backwards[list]! < SHORTEST) return [];
      const found = coverageOf(text.length);
      readEveryWay({ words, all, spelled, backwards: hits.backwards[list]! }, { vocabulary, found });
      return found.spans().map((span) => ({
        kind: 'recovery-phrase' as const,
        ...withNeighbours(span, all, vocabulary),
      }));
    });
  };
}

function hasFewOf(words: Row, { known }: Vocabulary): boolean {
  let hits = 0;
  for (const { word } of words) if (known.has(word) && ++hits >= PART) return false;
  return true;
}

interface Text {
  /** As they stand. */
  readonly words: Row;
  /** The same, with words run together apart. */
  readonly all: Row;
  /** Rows of single letters. */
  readonly spelled: readonly Row[];
  /** How many words of the list there are when each is read from its end. */
  readonly backwards: number;
}

function readEveryWay({ words, all, spelled, backwards }: Text, look: Look): void {
  const { vocabulary } = look;
  const read = (tokens: Row): Reading => readingOf(tokens, ({ word }) => vocabulary.known.has(word));
  const whole = read(all);
  findRows(whole, PLAIN, look);
  findParts(whole, look);
  findSlips(whole, look);
  const unlabelled = all.filter((token) => !isLabel(token));
  const isTelling = isInterleaved(all);
  if (unlabelled.length < all.length) {
    const reading = read(unlabelled);
    findRows(reading, UNLABELLED, look);
    findParts(reading, { ...look, isTelling });
  }
  if (whole.hitsBefore.at(-1)! >= SHORTEST - 1) {
    const told = read(withoutTelling(unlabelled));
    findRows(told, REDUCED, look);
    // One of the words may be such a word as phrases are told by: "first" is on the list.
    findRows(told, REGULAR, { ...look, isTelling }, SHORTEST - 1);
    for (const runs of inRuns(all, vocabulary)) findRows(read(runs), REDUCED, look);
  }
  if (backwards >= SHORTEST) findRows(read(words.map(fromItsEnd)), REGULAR, look);
  for (const letters of spelled) {
    const spelt = read(joined(letters, vocabulary));
    findRows(spelt, PLAIN, look);
    findParts(spelt, look);
  }
}

interface Look {
  readonly vocabulary: Vocabulary;
  readonly found: Coverage;
  /** What a row must be besides. */
  readonly isTelling?: (row: Row) => boolean;
}

/** Adds the rows of one length that pass; what lies in earlier ones is not looked at again. */
function add(
  reading: Reading,
  size: number,
  misses: number,
  { found, isTelling }: Look,
  passes: (row: Row) => boolean,
): void {
  for (const row of windowsOf(reading, size, misses))
    if (!found.has(row) && passes(row) && (isTelling?.(row) ?? true)) found.add(row);
}

function findRows(reading: Reading, demands: Demands, look: Look, size = SHORTEST): void {
  const { vocabulary } = look;
  const isPhrase = (row: Row): boolean => isNoProse(row, vocabulary, demands);
  add(reading, size, 0, look, isPhrase);
  // A phrase of common or repeated words would pass for prose, but for its checksum.
  for (const length of demands.misses > 0 ? PHRASE_LENGTHS : []) {
    add(reading, length, 0, look, (row) => isVaried(row, vocabulary, PART) && fits(row, vocabulary));
  }
  if (demands.misses > 0) add(reading, size, demands.misses, look, isPhrase);
}

function fits(row: Row, { known, passesChecksum }: Vocabulary): boolean {
  return passesChecksum(row.map(({ word }) => known.get(word)!));
}

function findParts(reading: Reading, look: Look): void {
  add(reading, PART, 0, look, (row) => isNoProse(row, look.vocabulary, PARTIAL));
}

/** Twelve words of which three may have a slip in them, as long as they are all words of the list or nearly. */
function findSlips(reading: Reading, look: Look): void {
  const { vocabulary } = look;
  add(
    reading,
    SHORTEST,
    SLIPPED.misses,
    look,
    (row) =>
      isNoProse(row, vocabulary, SLIPPED) &&
      row.every(({ word }) => vocabulary.known.has(word) || isNearly(word, vocabulary)),
  );
}

/**
 * Three words of the list next to one another are telling; a little prose between them is left out: "… thank year, and
 * then there is wave …".
 */
function inRuns(all: Row, { known, stems, common }: Vocabulary): Row[] {
  const isWhole = ({ word }: Token): boolean => known.has(word) && !stems.has(word);
  const groups: Token[][] = [[]];
  let lastRun = 0;
  for (let first = 0, last = 0; first < all.length; first = ++last) {
    while (last < all.length && isWhole(all[last]!)) last++;
    const run = all.slice(first, last).filter(({ word }) => !common.has(word));
    if (run.length < 3) continue;
    if (first - lastRun > 6) groups.push([]);
    groups.at(-1)!.push(...run);
    lastRun = last;
  }
  return groups;
}

function fromItsEnd(token: Token): Token {
  return { ...token, word: reversed(token.word) };
}
