import { validateMnemonic } from '@scure/bip39';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import { fold } from './fold.ts';
import type { Finding } from './secret.ts';
import { tokens, windows, withoutOrdinals, type Token } from './token.ts';

const LISTS = [simplified, traditional];
const CHARACTERS = new Set(LISTS.flat());
const LENGTHS = [24, 21, 18, 15, 12] as const;
/** Characters run together, or in groups with a little between them. */
const CHARACTERS_IN_GROUPS = String.raw`(?<characters>(?:\p{Script=Han}[\s,、.\d-]{0,4}){11,23}\p{Script=Han})`;
const NAMED = new RegExp(
  String.raw`(?:助记[词码]|助記[詞碼]|恢复(?:短语|词|不了)|恢復短語|种子词|mnemonic|(?:seed|recovery|secret) phrase)(?:[是为為]|如下|\p{Script=Han}{0,4}(?=[\s:]))?[\s:,"“「\d.、-]{0,6}${CHARACTERS_IN_GROUPS}`,
  'gu',
);
const WHOLE = new RegExp(String.raw`^\s{0,9}${CHARACTERS_IN_GROUPS}\s{0,9}$`, 'gu');

/** Finds Chinese phrases: lone characters in a row, or characters run together where the text says what they are. */
export function findChinesePhrases(text: string): Finding<'recovery-phrase'>[] {
  const folded = withoutOrdinals(fold(text));
  return [...findSeparated(folded), ...findRunTogether(folded, NAMED), ...findRunTogether(folded, WHOLE)];
}

/**
 * Twelve lone characters in a row, of which one may be mistyped. Ordinary Chinese is made of the lists' characters too,
 * but does not put something between every two of them.
 */
function findSeparated(text: string): Finding<'recovery-phrase'>[] {
  const lone = tokens(text, /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu);
  return windows(lone, 12, 1, ({ word }) => CHARACTERS.has(word))
    .filter((row) => row.every(({ start }, i) => i === 0 || isSeparator(text, row[i - 1]!, start)))
    .map((row) => ({ kind: 'recovery-phrase', start: row[0]!.start, end: row.at(-1)!.end }));
}

/** Numbers and signs, but no words. */
function isSeparator(text: string, before: Token, end: number): boolean {
  return end - before.end <= 12 && !/\p{L}/u.test(text.slice(before.end, end));
}

/**
 * 12, 15 … 24 characters that pass the checksum and do not read like a sentence. Chance passes the checksum once in
 * sixteen, so that alone says nothing.
 */
function findRunTogether(text: string, pattern: RegExp): Finding<'recovery-phrase'>[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: match, groups, index }) => {
    const written = groups!['characters']!;
    const offset = index + match.indexOf(written);
    const characters = tokens(written, /\p{Script=Han}/gu);
    const length = LENGTHS.find((size) => {
      if (size > characters.length || !isEvenlyGrouped(written.slice(0, characters[size - 1]!.end)))
        return false;
      // One that runs on into a sentence could end at any of the lengths: more chances, so a stricter look.
      const isWhole = !/\p{Script=Han}/u.test(text.charAt(offset + characters[size - 1]!.end));
      return isPhrase(
        characters.slice(0, size).map(({ word }) => word),
        isWhole && pattern === NAMED ? 2 : 1,
      );
    });
    if (!length) return [];
    const end = offset + characters[length - 1]!.end;
    return [{ kind: 'recovery-phrase' as const, start: offset + characters[0]!.start, end }];
  });
}

/** All in one, or in groups of one size: sentences are not. */
function isEvenlyGrouped(written: string): boolean {
  const groups = written.match(/\p{Script=Han}+/gu)!;
  return groups.every(({ length }) => length === groups[0]!.length);
}

function isPhrase(characters: readonly string[], functionCharacters: number): boolean {
  if (characters.filter((character) => FUNCTION_CHARACTERS.has(character)).length > functionCharacters)
    return false;
  return LISTS.some((list) => validateMnemonic(characters.join(' '), list));
}

/** Characters that sentences can hardly do without; of the phrases one in sixteen holds two of them, one in a hundred three. */
const FUNCTION_CHARACTERS = new Set(
  '的了我是不在有你这個个么吗呢吧就都也还没要会到说怎那为什嗎麼這會沒還' +
    '请能可以用和与或但后里人下上并将及被把从对中之所其时请請與後將從對時已先只再好去来來过過',
);
