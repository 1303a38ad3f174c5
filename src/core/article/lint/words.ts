import type { Language } from '../language.ts';

const WORDS = /[\p{L}\p{N}]+(?:[-'’.,/][\p{L}\p{N}]+)*/gu;
const CHINESE = /\p{Script=Han}|[\p{Script=Latin}\p{N}]+(?:[-'’.,/][\p{Script=Latin}\p{N}]+)*/gu;
export const HAN = /\p{Script=Han}/u;

/** How long a text is: words in English; characters in Chinese, where a Latin word or a number counts as one. */
export function lengthOf(text: string, language: Language): number {
  return text.match(language === 'en' ? WORDS : CHINESE)?.length ?? 0;
}

/** The unit in which `lengthOf` counts, for messages. */
export function unitOf(language: Language): string {
  return language === 'en' ? 'words' : 'characters';
}

/** What is the same question or phrasing to a reader: without case, width, accents of punctuation and space. */
export function sameText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text with what stands in quotation marks replaced by as many blanks: words that somebody else said. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"\n]*"|「[^」]*」|『[^』]*』|《[^》]*》/g, (quotation) =>
    ' '.repeat(quotation.length),
  );
}

/** A piece of text short enough to quote in a message. */
export function excerpt(text: string, longest = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = [...line];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line;
}
