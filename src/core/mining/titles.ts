import { detectLanguage, LANGUAGES, type Language } from '../article/language.ts';
import { cut } from '../ticket/problemText.ts';
import type { MinedTicket } from './minedTicket.ts';
import { oneLine } from './safeText.ts';
import { labelWords } from './words.ts';

export const TITLE_CHARACTERS = 90;

/** In the languages that the tickets are in; `main` is that of most. */
export interface Titles {
  readonly main: string;
  readonly byLanguage: Partial<Record<Language, string>>;
}

/**
 * Names an issue in its reporters' words: of the most central tickets of a language, the subject that says most of what
 * sets the issue apart, or where subjects say too little, a first sentence.
 * @param tickets most central first
 * @param terms what sets the issue apart, most telling first
 */
export function titlesOf(
  tickets: readonly Pick<MinedTicket, 'subject' | 'text' | 'language'>[],
  terms: Readonly<Record<Language, readonly string[]>>,
): Titles {
  const counts = LANGUAGES.map((language) => ({
    language,
    own: tickets.filter((ticket) => ticket.language === language),
  })).sort((a, b) => b.own.length - a.own.length);
  const byLanguage: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const own = counts.find((entry) => entry.language === language)!.own;
    const title = own.length === 0 ? undefined : bestLine(own, language, terms[language]);
    if (title !== undefined) byLanguage[language] = title;
  }
  const main = counts.map(({ language }) => byLanguage[language]).find((title) => title !== undefined);
  return { main: main ?? shortened(tickets[0]?.text ?? '', TITLE_CHARACTERS), byLanguage };
}

/** On one line, of so many characters at most. */
export function shortened(text: string, characters: number): string {
  const line = oneLine(text);
  const head = cut(line, characters - 1)
    .slice(0, characters - 1)
    .toWellFormed();
  return head.length < line.length ? `${head}…` : line;
}

/** Central tickets looked at: further ones may be about something beside the point. */
const CANDIDATES = 10;
/** "Help", "URGENT!!!", "转账问题" and "I think I messed up" name no problem. */
const FEWEST_WORDS = 3;
/** What a reporter made the subject counts as this many telling words more. */
const SUBJECT_BONUS = 1;

function bestLine(
  tickets: readonly Pick<MinedTicket, 'subject' | 'text'>[],
  language: Language,
  terms: readonly string[],
): string | undefined {
  const telling = new Set(terms.flatMap((term) => [...labelWords(term).keys()]));
  let best: { line: string; score: number } | undefined;
  for (const { subject, text } of tickets.slice(0, CANDIDATES)) {
    const fits = (line: string): boolean => isTelling(line) && detectLanguage(line) === language;
    const isSubject = fits(subject);
    // Not only the same words: “bridge” is no subject of “bridged 0.3 eth”.
    const body = text.startsWith(`${subject}\n`) ? text.slice(subject.length) : text;
    const line = isSubject ? subject : sentencesOf(body).slice(0, FIRST_SENTENCES).find(fits);
    if (line === undefined) continue;
    const said = [...labelWords(line).keys()].filter((word) => telling.has(word)).length;
    const score = said + (isSubject ? SUBJECT_BONUS : 0);
    if (best === undefined || score > best.score) best = { line, score };
  }
  return best && shortened(best.line, TITLE_CHARACTERS);
}

/** What follows "Hello, I have a question." is still the first sentence. */
const FIRST_SENTENCES = 2;

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？；])|\n+/u)
    .map((sentence) => sentence.trim().replace(/[.。;；,，]+$/u, ''))
    .filter((sentence) => sentence !== '');
}

/** Says something, is short enough to be a title, and is not about one order number. */
function isTelling(line: string): boolean {
  return line.length <= TITLE_CHARACTERS && !/\d{5}/.test(line) && labelWords(line).size >= FEWEST_WORDS;
}
