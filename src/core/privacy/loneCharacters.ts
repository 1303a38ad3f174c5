import type { Finding } from './secret.ts';
import { readingOf, windowsOf } from './windows.ts';
import { tokensOf, type Token } from './words.ts';

/**
 * Twelve lone characters in a row, of which one may be mistyped. Ordinary Chinese is made of the lists' characters too,
 * but does not put something between every two of them.
 */
export function findLoneCharacters(text: string, known: ReadonlySet<string>): Finding<'recovery-phrase'>[] {
  const lone = tokensOf(text, /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu);
  const reading = readingOf(lone, ({ word }) => known.has(word));
  // The first or last character may touch the sentence around them: "我抄的是购，奔，要 …".
  return [...windowsOf(reading, 12, 1), ...windowsOf(reading, 11, 0)]
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
