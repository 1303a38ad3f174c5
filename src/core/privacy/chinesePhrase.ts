import { PHRASE_LENGTHS } from './checksum.ts';
import { phraseTest, type Doubt, type IsPhrase } from './chineseRow.ts';
import { fold } from './fold.ts';
import { findLoneCharacters } from './loneCharacters.ts';
import type { Finder, Finding } from './secret.ts';
import { readingOf, windowsOf } from './windows.ts';
import { tokensOf, type Token } from './words.ts';
import type { WordList } from './wordList.ts';

/** What a phrase is called, and what joins the name to it on either side. */
const CALLED = new RegExp(
  [
    String.raw`(?:(?:这是|這是|就是|是)?我?(?:钱包|錢包)?的?)?(?:助[记記](?:[词码詞碼]|单词|單詞)?|恢[复復]短[语語]|恢复不了|种子(?:词|短语|密语)|種子詞|密[语語]|[备備]份[词詞]|mnemonic|(?:seed|recovery|secret|backup) (?:phrase|words)|12 words)(?:[:：]|一共|分别|依次|就?的?[是为為]|如下|在[这這])*`,
    // Everyday words, which name a phrase only where they introduce it: "我的备份是：…".
    String.raw`(?:[备備]份|[词詞][语語]|单词|單詞)(?:就?的?[是为為][:：]?|[:：]|分别|依次|如下)`,
  ].join('|'),
  'gu',
);
/** Characters run together, or in groups with a little between them. */
const STRETCH = /\p{Script=Han}+(?:[\s,、.·|/;\d-]{1,4}\p{Script=Han}+)*/gu;
/** How far from its name a phrase may stand. */
const NEAR = 40;
/** Nothing that long of an ordinary sentence passes for one, wherever it stands. */
const LONGEST = PHRASE_LENGTHS[0];

/** Finds Chinese phrases: lone characters in a row, or characters run together that are no sentence where they stand. */
export function chinesePhraseFinder(lists: readonly WordList[]): Finder<'recovery-phrase'> {
  const characterLists = lists.filter(({ script }) => script === 'characters').map(({ words }) => words);
  if (characterLists.length === 0) return () => [];
  const known = new Set(characterLists.flat());
  const isPhrase = phraseTest(characterLists);
  return (text) => {
    if (!/\p{Script=Han}/u.test(text)) return [];
    const folded = fold(text);
    return [...findLoneCharacters(folded, known), ...findRunTogether(folded, known, isPhrase)];
  };
}

function findRunTogether(
  text: string,
  known: ReadonlySet<string>,
  isPhrase: IsPhrase,
): Finding<'recovery-phrase'>[] {
  const names = [...text.matchAll(CALLED)].map(({ 0: name, index }) => [index, index + name.length] as const);
  // What names the phrase is no part of it.
  const unnamed = names.length === 0 ? text : text.replace(CALLED, (name) => '\u0001'.repeat(name.length));
  return [...unnamed.matchAll(STRETCH)].flatMap(({ 0: stretch, index }) => {
    const end = index + stretch.length;
    const isNamed = names.some(
      ([nameStart, nameEnd]) =>
        (nameEnd <= index && index - nameEnd <= NEAR) || (nameStart >= end && nameStart - end <= NEAR),
    );
    const groups = tokensOf(stretch, /\p{Script=Han}+/gu, index);
    const rows = [
      ...evenRows(groups).filter((row) => doubtsOf(row, text, isNamed).some((doubt) => isPhrase(row, doubt))),
      ...groups.flatMap((group) => [
        ...(isNamed
          ? [...edges(group, text)].filter((row) => isPhrase(row, 'cut from a sentence')).slice(0, 1)
          : []),
        ...longestIn(group, known).filter((row) => isPhrase(row, 'anywhere')),
      ]),
    ];
    return rows.map((row) => ({ kind: 'recovery-phrase', start: row[0]!.start, end: row.at(-1)!.end }));
  });
}

function doubtsOf(row: readonly Token[], text: string, isNamed: boolean): Doubt[] {
  if (isBesideName(row, text)) return ['named'];
  const [start, end] = [row[0]!.start, row.at(-1)!.end];
  // A title in its brackets is set off from every sentence.
  const isTitle = text[start - 1] === '《' || text[end] === '》';
  return [
    ...(isNamed ? (['near its name'] as const) : []),
    ...(isAlone(text, start, end) ? (['alone'] as const) : []),
    ...(isTitle || PARTICLE.test(text.slice(start, end)) ? [] : (['set off'] as const)),
  ];
}

/** Groups of one size next to each other that together have as many characters as a phrase: sentences are not so even. */
function evenRows(groups: readonly Token[]): (readonly Token[])[] {
  const lengthOf = ({ start, end }: Token): number => end - start;
  return groups.flatMap((first, at) => {
    // Lone characters are looked for by themselves.
    if (lengthOf(first) === 1) return [];
    const rows: (readonly Token[])[] = [];
    for (let last = at; last < groups.length && last - at < LONGEST; last++) {
      if (lengthOf(groups[last]!) !== lengthOf(first) || lengthOf(first) > LONGEST) break;
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

/** The longest phrases that a group of more characters may hold. */
function longestIn(group: Token, known: ReadonlySet<string>): (readonly Token[])[] {
  if (group.end - group.start <= LONGEST) return [];
  return [
    ...windowsOf(
      readingOf(characterTokens(group), ({ word }) => known.has(word)),
      LONGEST,
      0,
    ),
  ];
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

/** How sentences end; long rows that end so by chance are no sentences. */
const PARTICLE = /^[^]{0,17}[了吗呢吧嗎]$/u;

/** On a line of its own, in not too small pieces: couplets, menus and lists of words come in twos. */
function isAlone(text: string, start: number, end: number): boolean {
  const row = text.slice(start, end);
  if (PARTICLE.test(row)) return false;
  if (/(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/u.test(row)) return false;
  return (
    /(?:^|[\n:：“"「])[^\p{L}\n]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[^\p{L}\n]{0,6}(?:$|[\n”"」])/u.test(text.slice(end, end + 8))
  );
}
