import type { Language } from '../language.ts';
import { sentencesOf } from '../../retrieval/sentences.ts';
import { levelOne } from './gb2312.ts';
import { lengthOf } from './words.ts';

/** How hard a text is to read. Higher is harder; the two languages' numbers are not comparable. */
export interface Readability {
  readonly level: number;
  /** In the words of a message. */
  readonly measure: string;
}

/**
 * English: the Flesch–Kincaid grade, years of American schooling (Kincaid, Fishburne, Rogers, Chissom: Derivation of new
 * readability formulas for Navy enlisted personnel, Research Branch Report 8-75, 1975). Chinese: characters to a sentence,
 * plus the share in per cent of characters outside the 3,755 most used ones, level 1 of GB/T 2312-1980. Sentence length and
 * rare characters are what Chinese readability formulas since Yang (1970) have in common; the sum itself is ours.
 * Undefined if the text is too short to say.
 */
export function readabilityOf(text: string, language: Language): Readability | undefined {
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  const length = lengthOf(text, language);
  if (length < ENOUGH[language] || sentences.length < 5) return undefined;
  if (language === 'en') {
    const words = text.match(/\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu) ?? [];
    const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
    const level = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
    return { level, measure: `Flesch–Kincaid grade ${level.toFixed(1)}` };
  }
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const rare = characters.filter((character) => !isCommon(character)).length;
  const perSentence = length / sentences.length;
  const level = perSentence + (100 * rare) / Math.max(characters.length, 1);
  return {
    level,
    measure: `${perSentence.toFixed(0)} characters to a sentence, ${((100 * rare) / Math.max(characters.length, 1)).toFixed(1)} % rare characters`,
  };
}

const ENOUGH: Readonly<Record<Language, number>> = { en: 100, 'zh-CN': 150 };

/** The syllables of an English word by its spelling: groups of vowels, without a silent e. Right for about nine words in ten. */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const sounded = plain.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, sounded.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

let common: ReadonlySet<string> | undefined;

function isCommon(character: string): boolean {
  common ??= levelOne();
  return common.has(character);
}
