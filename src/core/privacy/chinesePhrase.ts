import { passesChecksum, PHRASE_LENGTHS } from './checksum.ts';
import { COMMON_PAIRS } from './chineseProse.ts';
import { fold } from './fold.ts';
import type { Finder, Finding } from './secret.ts';
import { tokensOf, windows, type Token } from './words.ts';
import type { WordList } from './wordList.ts';

/** What a phrase is called, and what joins the name to it on either side. */
const CALLED =
  /(?:(?:这是|這是|就是|是)?我?(?:钱包)?的?)?(?:助[记記](?:[词码詞碼]|单词)?|恢[复復]短[语語]|恢复不了|种子(?:词|短语|密语)|種子詞|密[语語]|mnemonic|(?:seed|recovery|secret|backup) phrase|12 words)(?:[:：]|一共|分别|依次|就?[是为為]|如下|在[这這])*/gu;
/** Characters run together, or in groups with a little between them. */
const STRETCH = /\p{Script=Han}+(?:[\s,、.·|/;\d-]{1,4}\p{Script=Han}+)*/gu;
/** How far from its name a phrase may stand. */
const NEAR = 40;

/** Finds Chinese phrases: lone characters in a row, or characters run together where the text says what they are. */
export function chinesePhraseFinder(lists: readonly WordList[]): Finder<'recovery-phrase'> {
  const characterLists = lists.filter(({ script }) => script === 'characters').map(({ words }) => words);
  if (characterLists.length === 0) return () => [];
  const ranks = ranksOf(characterLists);
  return (text) => {
    if (!/\p{Script=Han}/u.test(text)) return [];
    const folded = fold(text);
    return [...findSeparated(folded, ranks), ...findRunTogether(folded, ranks, characterLists)];
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

/**
 * Twelve lone characters in a row, of which one may be mistyped. Ordinary Chinese is made of the lists' characters too,
 * but does not put something between every two of them.
 */
function findSeparated(text: string, ranks: ReadonlyMap<string, number>): Finding<'recovery-phrase'>[] {
  const lone = tokensOf(text, /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu);
  const isKnown = ({ word }: Token): boolean => ranks.has(word);
  // The first or last character may touch the sentence around them: "我抄的是购，奔，要 …".
  return [...windows(lone, 12, 1, isKnown), ...windows(lone, 11, 0, isKnown)]
    .filter((row) => areSeparators(row.slice(1).map(({ start }, i) => text.slice(row[i]!.end, start))))
    .map((row) => ({ kind: 'recovery-phrase', ...withNeighbours(text, row) }));
}

/** With the characters before and after that are set off from the row as those in it are from one another. */
function withNeighbours(
  text: string,
  row: readonly Token[],
): { readonly start: number; readonly end: number } {
  const [start, end] = [row[0]!.start, row.at(-1)!.end];
  const gap = text.slice(row[0]!.end, row[1]!.start);
  const isHan = (at: number): boolean => /\p{Script=Han}/u.test(text.charAt(at));
  const before = start - gap.length - 1;
  const after = end + gap.length;
  return {
    start: before >= 0 && isHan(before) && text.slice(before + 1, start) === gap ? before : start,
    end: isHan(after) && text.slice(end, after) === gap ? after + 1 : end,
  };
}

/** Numbers and signs, or again and again the same words: "word 1 is 正, word 2 is 职". */
function areSeparators(gaps: readonly string[]): boolean {
  if (gaps.some(({ length }) => length > 16)) return false;
  return new Set(gaps.map((gap) => gap.replace(/\P{L}/gu, ''))).size === 1;
}

/** How sure one must be that characters are none of a sentence: the mean of the logarithms of their ranks, see `isPhrase`. */
type Doubt = 'named' | 'near its name' | 'cut from a sentence' | 'alone';
const LEAST_RARITY: Readonly<Record<Doubt, number>> = {
  named: 4.7,
  'near its name': 5.2,
  'cut from a sentence': 5.2,
  alone: 5.45,
};

function findRunTogether(
  text: string,
  ranks: ReadonlyMap<string, number>,
  lists: readonly (readonly string[])[],
): Finding<'recovery-phrase'>[] {
  const names = [...text.matchAll(CALLED)].map(({ 0: name, index }) => [index, index + name.length] as const);
  // What names the phrase is no part of it.
  const unnamed = text.replace(CALLED, (name) => '\u0001'.repeat(name.length));
  const isPhrase = (row: readonly Token[], doubt: Doubt): boolean =>
    readsLikePhrase(
      row.map(({ word }) => word),
      doubt,
      ranks,
      lists,
    );
  return [...unnamed.matchAll(STRETCH)].flatMap(({ 0: stretch, index }) => {
    const end = index + stretch.length;
    const after = names.some(([, nameEnd]) => nameEnd <= index && index - nameEnd <= NEAR);
    const before = names.some(([nameStart]) => nameStart >= end && nameStart - end <= NEAR);
    const groups = tokensOf(stretch, /\p{Script=Han}+/gu, index);
    const rows = [
      ...evenRows(groups).filter((row) =>
        isBesideName(row, text)
          ? isPhrase(row, 'named')
          : ((after || before) && isPhrase(row, 'near its name')) ||
            (isAlone(text, row) && isPhrase(row, 'alone')),
      ),
      ...(after || before ? groups : []).flatMap((group) =>
        [...edges(group, text)].filter((row) => isPhrase(row, 'cut from a sentence')).slice(0, 1),
      ),
    ];
    return rows.map((row) => ({
      kind: 'recovery-phrase' as const,
      start: row[0]!.start,
      end: row.at(-1)!.end,
    }));
  });
}

/** Groups of one size next to each other that together have as many characters as a phrase: sentences are not so even. */
function evenRows(groups: readonly Token[]): (readonly Token[])[] {
  const lengthOf = ({ start, end }: Token): number => end - start;
  return groups.flatMap((first, at) => {
    // Lone characters are looked for by themselves.
    if (lengthOf(first) === 1) return [];
    const rows: (readonly Token[])[] = [];
    for (let last = at; last < groups.length && last - at < 24; last++) {
      if (lengthOf(groups[last]!) !== lengthOf(first) || lengthOf(first) > 24) break;
      const characters = groups.slice(at, last + 1).flatMap(characterTokens);
      if (PHRASE_LENGTHS.some((size) => size === characters.length)) rows.push(characters);
    }
    return rows;
  });
}

function characterTokens({ word, start }: Token): Token[] {
  return tokensOf(word, /\p{Script=Han}/gu, start);
}

/** What a longer group begins or ends with, where the name of a phrase is right beside it. */
function* edges(group: Token, text: string): Iterable<readonly Token[]> {
  const characters = characterTokens(group);
  for (const size of PHRASE_LENGTHS) {
    if (size >= characters.length) continue;
    if (ENDS_WITH_NAME.test(text.slice(Math.max(0, group.start - 30), group.start)))
      yield characters.slice(0, size);
    if (BEGINS_WITH_NAME.test(text.slice(group.end, group.end + 30))) yield characters.slice(-size);
  }
}

/** Whether there are only signs between these characters and what names a phrase. */
function isBesideName(row: readonly Token[], text: string): boolean {
  const [start, end] = [row[0]!.start, row.at(-1)!.end];
  return (
    ENDS_WITH_NAME.test(text.slice(Math.max(0, start - 30), start)) ||
    BEGINS_WITH_NAME.test(text.slice(end, end + 30))
  );
}

const ENDS_WITH_NAME = new RegExp(String.raw`(?:${CALLED.source})[^\p{L}]{0,8}$`, 'u');
const BEGINS_WITH_NAME = new RegExp(String.raw`^[^\p{L}]{0,8}(?:${CALLED.source})`, 'u');

/** On a line of its own, in not too small pieces: couplets, menus and lists of words come in twos. */
function isAlone(text: string, row: readonly Token[]): boolean {
  const [start, end] = [row[0]!.start, row.at(-1)!.end];
  if (/[了吗呢吧嗎]$/u.test(text.slice(start, end))) return false;
  if (/(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/u.test(text.slice(start, end))) return false;
  return (
    /(?:^|[\n:：“"「])[^\p{L}\n]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[^\p{L}\n]{0,6}(?:$|[\n”"」])/u.test(text.slice(end, end + 8))
  );
}

/**
 * Whether the checksum fits and the characters do not read like a sentence: they are rare enough on the whole, and do not
 * make common words. Chance passes the checksum once in sixteen, so that alone says nothing.
 */
function readsLikePhrase(
  row: readonly string[],
  doubt: Doubt,
  ranks: ReadonlyMap<string, number>,
  lists: readonly (readonly string[])[],
): boolean {
  if (!row.every((character) => ranks.has(character))) return false;
  const rarity = row.reduce((sum, character) => sum + Math.log(ranks.get(character)! + 1), 0) / row.length;
  const pairs = row.filter((character, i) => COMMON_PAIRS.has((row[i - 1] ?? '') + character)).length;
  if (rarity < LEAST_RARITY[doubt] || pairs > (doubt === 'named' ? 1 : 0)) return false;
  return lists.some((list) => passesChecksum(row, list));
}
