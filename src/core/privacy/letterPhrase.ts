import { passesChecksum, PHRASE_LENGTHS } from './checksum.ts';
import { isLabel, isNumeral, withoutTelling } from './filler.ts';
import { hitCounter, reversed } from './hits.ts';
import type { Finder, Finding } from './secret.ts';
import { isNearly, seams, vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { windows, wordsOf, type Token } from './words.ts';
import type { WordList } from './wordList.ts';

const SHORTEST = 12;
/** A part of a phrase is refused too: eight words leave a thief no more than four to find. */
const PART = 8;
/** How much it takes for a row of known words to be a phrase. */
interface Demands {
  /** Words in the row that are not on the list. */
  readonly misses: number;
  readonly mostCommon: number;
  /** The same for words with one and the same thing between them: a list rather than a sentence. */
  readonly mostCommonInList?: number;
  /** How many different words of the list there must be, or the same ones twice running. */
  readonly leastVaried: number;
}

/** As the text stands. */
const PLAIN: Demands = { misses: 1, mostCommon: 3, mostCommonInList: 5, leastVaried: 8 };
/** Words have been left out of the text, which brings those of prose nearer to one another. */
const REDUCED: Demands = { misses: 0, mostCommon: 1, leastVaried: 11 };
/** The words left out stood between the words of the row one by one, or the row makes sense only backwards. */
const REGULAR: Demands = { misses: 0, mostCommon: 5, leastVaried: 8 };

/**
 * Finds phrases of lists whose words are words: twelve in a row of which at least eleven are on the list, or eight with
 * nothing between them. Running text has about one in five. It is read as it stands, without labels (`a)`, `1st`), without
 * the words by which people tell a phrase ("word one is …"), spelled backwards, and letter by letter.
 */
export function letterPhraseFinder(lists: readonly WordList[]): Finder<'recovery-phrase'> {
  const vocabularies = lists.filter(({ script }) => script === 'letters').map(vocabularyOf);
  const hitsIn = hitCounter(vocabularies);
  return (text) => {
    const words = wordsOf(text).filter((token) => !isNumeral(token));
    if (words.length < PART) return vocabularies.flatMap((known) => inFew(words, known));
    const spelled = spelledOut(words);
    const hits = hitsIn(words);
    return vocabularies.flatMap((vocabulary, list) => {
      const all = unglued(words, vocabulary);
      const hasFew = all === words ? hits.forwards[list]! < PART : hasFewOf(all, vocabulary);
      // Most texts have few words of most lists.
      if (spelled.length === 0 && hasFew && hits.backwards[list]! < PART) return [];
      const unlabelled = all.filter((token) => !isLabel(token));
      const told = withoutTelling(unlabelled);
      const found = [
        ...rows(all, vocabulary, PLAIN),
        ...parts(all, vocabulary),
        ...slips(all, vocabulary),
        ...(unlabelled.length < all.length ? rows(unlabelled, vocabulary, PLAIN) : []),
        ...(unlabelled.length < all.length ? parts(unlabelled, vocabulary).filter(isInterleaved(all)) : []),
        ...rows(told, vocabulary, REDUCED),
        // One of the words may be such a word as phrases are told by: "first" is on the list.
        ...rows(told, vocabulary, REGULAR, SHORTEST - 1).filter(isInterleaved(all)),
        ...rows(words.map(backwards), vocabulary, REGULAR),
        ...inRuns(all, vocabulary).flatMap((runs) => rows(runs, vocabulary, REDUCED)),
        ...spelled.flatMap((letters) => {
          const spelt = joined(letters, vocabulary);
          return [...rows(spelt, vocabulary, PLAIN), ...parts(spelt, vocabulary)];
        }),
      ];
      return merged(found).map((span) => ({
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

/** A text of few words holds a phrase only if they are run together. */
function inFew(words: readonly Token[], vocabulary: Vocabulary): Finding<'recovery-phrase'>[] {
  const all = unglued(words, vocabulary);
  if (all.length < PART) return [];
  return [...rows(all, vocabulary, PLAIN), ...parts(all, vocabulary)].map((row) => ({
    kind: 'recovery-phrase',
    start: row[0]!.start,
    end: row.at(-1)!.end,
  }));
}

type Row = readonly Token[];

function rows(words: Row, vocabulary: Vocabulary, demands: Demands, size = SHORTEST): Row[] {
  const { known, list } = vocabulary;
  const isKnown = ({ word }: Token): boolean => known.has(word);
  const checked = new Map<string, boolean>();
  const fits = (row: Row): boolean => {
    const phrase = row.map(({ word }) => known.get(word)!);
    const key = phrase.join(' ');
    let fit = checked.get(key);
    if (fit === undefined) checked.set(key, (fit = passesChecksum(phrase, list)));
    return fit;
  };
  return [
    ...windows(words, size, 0, isKnown).filter((row) => isNoProse(row, vocabulary, demands)),
    // A phrase of common or repeated words would pass for prose, but for its checksum.
    ...(demands === PLAIN ? PHRASE_LENGTHS : []).flatMap((length) =>
      windows(words, length, 0, isKnown).filter(
        (row) => (length > size || !isNoProse(row, vocabulary, demands)) && fits(row),
      ),
    ),
    ...(demands.misses === 0
      ? []
      : windows(words, size, demands.misses, isKnown).filter((row) => isNoProse(row, vocabulary, demands))),
  ];
}

function parts(words: Row, vocabulary: Vocabulary): Row[] {
  const demands: Demands = { misses: 0, mostCommon: 1, leastVaried: PART };
  return windows(words, PART, 0, ({ word }) => vocabulary.known.has(word)).filter((row) =>
    isNoProse(row, vocabulary, demands),
  );
}

/** Twelve words of which three may have a slip in them, as long as they are all words of the list or nearly. */
function slips(words: Row, vocabulary: Vocabulary): Row[] {
  const demands: Demands = { misses: 3, mostCommon: 1, leastVaried: 9 };
  return windows(words, SHORTEST, demands.misses, ({ word }) => vocabulary.known.has(word)).filter(
    (row) =>
      isNoProse(row, vocabulary, demands) &&
      row.every(({ word }) => vocabulary.known.has(word) || isNearly(word, vocabulary)),
  );
}

function isNoProse(
  row: Row,
  vocabulary: Vocabulary,
  { misses, mostCommon, mostCommonInList = mostCommon, leastVaried }: Demands,
): boolean {
  const { common, known } = vocabulary;
  const tolerated = isEven(row) ? mostCommonInList : mostCommon;
  if (row.filter(({ word }) => common.has(word)).length > tolerated) return false;
  if (strangersIn(row, vocabulary) > misses) return false;
  const words = row.map(({ word }) => known.get(word));
  const different = new Set(words.filter((word) => word !== undefined)).size;
  // The same word twice running is no prose either, as long as it is not all there is: "test test test".
  const twice = words.filter((word, i) => word !== undefined && word === words[i - 1]).length;
  return different > 1 && different + twice >= leastVaried;
}

/** Whether the words stand at one distance, but for the digits of their numbers, with the same signs between them. */
function isEven(row: Row): boolean {
  const distances = row.slice(1).map(({ start }, i) => start - row[i]!.end);
  if (Math.max(...distances) - Math.min(...distances) > 2) return false;
  return row.every(({ gap }, i) => i < 2 || gap === row[1]!.gap);
}

/**
 * Words that are not on the list, or only begin like one: those who note down four letters of each word do so for all, and
 * "prod" among whole words is a word of its own.
 */
function strangersIn(row: Row, { known, stems }: Vocabulary): number {
  const someWhole = row.some(({ word }) => word.length > 4 && known.has(word));
  return row.filter(({ word }) => !known.has(word) || (someWhole && stems.has(word))).length;
}

/** Whether nearly every word of a row is followed, in the whole text, by a word that is not in the row. */
function isInterleaved(all: Row): (row: Row) => boolean {
  const places = new Map(all.map(({ start }, place) => [start, place]));
  return (row) => {
    const gaps = row.filter(
      ({ start }, i) => i > 0 && places.get(start)! - places.get(row[i - 1]!.start)! > 1,
    ).length;
    return gaps >= row.length - 2;
  };
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

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretches of text that the rows cover together. */
function merged(found: readonly Row[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const row of found.toSorted((a, b) => a[0]!.start - b[0]!.start)) {
    const span = { start: row[0]!.start, end: row.at(-1)!.end };
    const last = spans.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else spans.push(span);
  }
  return spans;
}

/** A stretch with the words of the list beside it, of which every other one may be misspelled: those are its rest. */
function withNeighbours({ start, end }: Span, all: Row, { known, stems, common }: Vocabulary): Span {
  const isRest = (place: number): boolean => {
    const word = all[place]?.word ?? '';
    return known.has(word) && !stems.has(word) && !common.has(word);
  };
  let first = all.findIndex((token) => token.end > start);
  let last = all.findLastIndex((token) => token.start < end);
  while (isRest(first - 1) || isRest(first - 2)) first -= isRest(first - 1) ? 1 : 2;
  while (isRest(last + 1) || isRest(last + 2)) last += isRest(last + 1) ? 1 : 2;
  return { start: Math.min(start, all[first]!.start), end: Math.max(end, all[last]!.end) };
}

function backwards(token: Token): Token {
  return { ...token, word: reversed(token.word) };
}

/** The words, those run together from words of the list as those words; the same array if there are none. */
function unglued(words: Row, vocabulary: Vocabulary): Row {
  if (!words.some((token) => seamsIn(token, vocabulary).length > 0)) return words;
  return words.flatMap((token) => {
    const ends = seamsIn(token, vocabulary);
    if (ends.length === 0) return [token];
    const { word, start } = token;
    return ends.map((to, i) => {
      const from = ends[i - 1] ?? 0;
      return { word: word.slice(from, to), start: start + from, end: start + to, gap: '' };
    });
  });
}

/** Where letters and units of the text are not one to one, nothing can be said of positions within the word. */
function seamsIn({ word, start, end }: Token, vocabulary: Vocabulary): readonly number[] {
  return word.length === end - start ? seams(word, vocabulary) : [];
}

/** Long rows of single letters: `l e g a l, w i n …`. */
function spelledOut(words: readonly Token[]): (readonly Token[])[] {
  const rows: (readonly Token[])[] = [];
  for (let first = 0, last = 0; first < words.length; first = ++last) {
    while (last < words.length && words[last]!.word.length === 1) last++;
    if (last - first >= SHORTEST * 3) rows.push(words.slice(first, last));
  }
  return rows;
}

/** The words that a row of letters spells. */
function joined(letters: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const word = letters.map((letter) => letter.word).join('');
  const ends = seams(word, vocabulary);
  return ends.map((to, i) => {
    const from = ends[i - 1] ?? 0;
    return { word: word.slice(from, to), start: letters[from]!.start, end: letters[to - 1]!.end, gap: '' };
  });
}
