import { detectLanguage, LANGUAGES, type Language } from '../article/language.ts';
import type { IssueSummary } from './issueSummary.ts';
import type { MinedTicket } from './minedTicket.ts';
import { oneLine } from './safeText.ts';
import { sentencesIn } from './sentences.ts';
import { labelWords } from './words.ts';

/** One way in which somebody put an issue, redacted. */
export interface CustomerWay {
  readonly issueId: string;
  readonly language: Language;
  readonly text: string;
}

/** As long as what people type into a form's first line or two. */
export const WAY_CHARACTERS = 160;
const MOST_A_LANGUAGE = 24;
const FEWEST_WORDS = 2;

/** How the most central tickets of an issue put it, most central first, in both languages: what phrasings are chosen from.
 * What names one order or amount by its number is one customer's. */
export function customerWays(issueId: string, { central }: Pick<IssueSummary, 'central'>): CustomerWay[] {
  const seen = new Set<string>();
  const ways = central.flatMap(({ ticket }): CustomerWay[] => {
    const text = wayOf(ticket);
    const language = detectLanguage(text);
    if (language === 'other' || /\d{5}/.test(text) || labelWords(text).size < FEWEST_WORDS || seen.has(text))
      return [];
    seen.add(text);
    return [{ issueId, language, text }];
  });
  return LANGUAGES.flatMap((language) =>
    ways.filter((way) => way.language === language).slice(0, MOST_A_LANGUAGE),
  );
}

/** The whole text if it is short, else its beginning, at the end of a sentence; '' if its first sentence is too long. */
export function wayOf({ text }: Pick<MinedTicket, 'text'>): string {
  const whole = oneLine(text);
  if (whole.length <= WAY_CHARACTERS) return whole;
  let way = '';
  for (const sentence of sentencesIn(text)) {
    const longer = oneLine(`${way} ${sentence}`);
    if (longer.length > WAY_CHARACTERS) break;
    way = longer;
  }
  return way;
}
