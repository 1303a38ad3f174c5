import { validateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import { fold } from './fold.ts';
import type { Finding } from './secret.ts';

const ENGLISH = new Set(english);
const CHINESE = [simplified, traditional].map((list) => ({ list, words: new Set(list) }));
const LENGTHS = [12, 15, 18, 21, 24] as const;
const SHORTEST = LENGTHS[0];

/**
 * Finds recovery phrases (BIP-39, https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki), however they are
 * typed: numbered, one a line, with commas, in mixed case, among other words. The checksum is not asked for where the
 * words alone are telling: a phrase with one slip is as good to a thief.
 */
export function findRecoveryPhrases(text: string): Finding<'recovery-phrase'>[] {
  const folded = fold(text);
  // Both Chinese lists share most characters: one phrase is one finding.
  return merge([...findEnglish(folded), ...findSeparatedChinese(folded), ...findRunTogetherChinese(folded)]);
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function tokens(text: string, pattern: RegExp): Token[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

/** Twelve Latin words in a row of which at least eleven are on the list; running text has about one in five. */
function findEnglish(text: string): Finding<'recovery-phrase'>[] {
  return windows(tokens(text, /[a-z]+/g), (word) => ENGLISH.has(word), 1);
}

/**
 * Twelve lone Chinese characters in a row, all on one list. Ordinary Chinese is made of list characters too, but does
 * not put something between every two of them.
 */
function findSeparatedChinese(text: string): Finding<'recovery-phrase'>[] {
  const lone = tokens(text, /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu);
  return CHINESE.flatMap(({ words }) => windows(lone, (word) => words.has(word), 0));
}

/**
 * A run of exactly 12, 15 … 24 Chinese characters that passes the checksum, where the text speaks of a phrase or is
 * nothing else, and does not read like a sentence. Chance passes the checksum once in sixteen, so that alone says
 * nothing.
 */
function findRunTogetherChinese(text: string): Finding<'recovery-phrase'>[] {
  const speaksOfPhrase = /助记词|助記詞|恢复|恢復|mnemonic|recovery|seed/.test(text);
  return tokens(text, /\p{Script=Han}+/gu)
    .filter(({ word }) => {
      const characters = [...word];
      if (!LENGTHS.some((length) => length === characters.length)) return false;
      if (!speaksOfPhrase && word !== text.trim()) return false;
      if ((word.match(FUNCTION_CHARACTERS)?.length ?? 0) > (speaksOfPhrase ? 2 : 1)) return false;
      return CHINESE.some(({ list }) => validateMnemonic(characters.join(' '), list));
    })
    .map(({ start, end }) => ({ kind: 'recovery-phrase', start, end }));
}

/** Characters that sentences can hardly do without; one phrase in a hundred holds two of them, one in a thousand three. */
const FUNCTION_CHARACTERS = /[的了我是不在有你这個个么吗呢吧就都也还没要会到说怎那为什嗎麼這會沒還]/g;

/** All windows of twelve tokens with at most `slips` that are not words of the list. */
function windows(
  all: readonly Token[],
  isWord: (word: string) => boolean,
  slips: number,
): Finding<'recovery-phrase'>[] {
  const hits = all.map(({ word }) => isWord(word));
  return all.slice(0, Math.max(0, all.length - SHORTEST + 1)).flatMap(({ start }, first) => {
    const last = first + SHORTEST - 1;
    const misses = hits.slice(first, last + 1).filter((hit) => !hit).length;
    const isPhrase = hits[first] && hits[last] && misses <= slips;
    return isPhrase ? [{ kind: 'recovery-phrase', start, end: all[last]!.end } as const] : [];
  });
}

/** Joins findings that overlap. */
function merge(findings: readonly Finding<'recovery-phrase'>[]): Finding<'recovery-phrase'>[] {
  const merged: Finding<'recovery-phrase'>[] = [];
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && before.end > finding.start)
      merged[merged.length - 1] = { ...before, end: Math.max(before.end, finding.end) };
    else merged.push(finding);
  }
  return merged;
}
