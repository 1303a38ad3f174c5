import { detectLanguage, LANGUAGES, type Language } from '../article/language.ts';
import { cut } from '../ticket/problemText.ts';
import type { MinedTicket } from './minedTicket.ts';
import { oneLine } from './safeText.ts';
import { labelWords } from './words.ts';

export const TITLE_CHARACTERS = 60;

/** In the languages that the tickets are in; `main` is that of most. */
export interface Titles {
  readonly main: string;
  readonly byLanguage: Partial<Record<Language, string>>;
}

/**
 * Names an issue in its reporters' words: of what the most central tickets of a language say in their subjects and first
 * sentences, that which says most of what sets the issue apart, and rather a subject or a question than a story.
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
/** What a reporter made the subject, or asks, counts as this many telling words more. */
const SUBJECT_BONUS = 1;
const QUESTION_BONUS = 0.5;
/** Stories come to the point later, but what stands later is more often beside it. */
const LATER_COST = 0.2;
/** Long ones say more words, and less in each. */
const WIDTH_COST = 0.01;

function bestLine(
  tickets: readonly Pick<MinedTicket, 'subject' | 'text'>[],
  language: Language,
  terms: readonly string[],
): string | undefined {
  const telling = new Set(terms.flatMap((term) => [...labelWords(term).keys()]));
  let best: { line: string; score: number } | undefined;
  for (const { subject, text } of tickets.slice(0, CANDIDATES)) {
    // Not only the same words: “bridge” is no subject of “bridged 0.3 eth”.
    const body = text.startsWith(`${subject}\n`) ? text.slice(subject.length) : text;
    const offered = [
      { line: subject, bonus: SUBJECT_BONUS },
      ...sentencesOf(body)
        .slice(0, SENTENCES)
        .map((line, place) => ({
          line: line.replace(CLOSING_SIGNS, ''),
          bonus: (QUESTION.test(line) ? QUESTION_BONUS : 0) - place * LATER_COST,
        })),
    ];
    for (const { line, bonus } of offered) {
      if (!isTelling(line) || detectLanguage(line) !== language) continue;
      const score =
        bonus -
        widthOf(line) * WIDTH_COST +
        [...labelWords(line).keys()].filter((word) => telling.has(word)).length;
      if (best === undefined || score > best.score) best = { line, score };
    }
  }
  return best && shortened(best.line, TITLE_CHARACTERS);
}

/** Sentences looked at, and clauses of those that are too long. */
const SENTENCES = 6;
/** Between them, many Chinese writers put spaces. */
const CLAUSES = /(?<=[，,])\s*|(?<=\p{Script=Han}\S*)\s+|\s+(?=\S*\p{Script=Han})/u;
const CLOSING_SIGNS = /[.。;；,，]+$/u;
const QUESTION =
  /[?？]$|[吗呢]$|怎么|为什么|能不能|如何|^(?:how|why|when|where|what|can|could|is|are|do|does|did|will)\b/iu;

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？；])|\n+/u)
    .flatMap((sentence) => (widthOf(sentence) > TITLE_CHARACTERS ? sentence.split(CLAUSES) : [sentence]))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.replace(CLOSING_SIGNS, '') !== '');
}

/** Says something, is short enough to be a title, and is not about one order number. */
function isTelling(line: string): boolean {
  return widthOf(line) <= TITLE_CHARACTERS && !/\d{5}/.test(line) && labelWords(line).size >= FEWEST_WORDS;
}

/** A Chinese character is as wide as two letters. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character > '\u2E7F' ? 2 : 1;
  return width;
}
