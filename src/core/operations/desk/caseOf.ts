import { LANGUAGES, type Language } from '../../article/language.ts';
import type { HandOver, HandOverWords } from '../handOver.ts';
import { actualOf, summaryOf } from './ticketText.ts';

/**
 * What the desk hands to the escalation builder: the customer's words without personal data, and what they name.
 * @param agents the agent's language
 * @param stepIn what was found out, in one line and either language
 */
export function caseOf(
  ticket: string,
  agents: Language,
  stepIn: (language: Language) => string | undefined,
  known: Pick<HandOver, 'identifiers' | 'articles' | 'language'>,
): HandOver {
  const summary = summaryOf(ticket);
  const actual = actualOf(ticket);
  const wordsIn = (language: Language): HandOverWords => ({
    summary,
    actual,
    steps: [stepIn(language) ?? []].flat(),
  });
  const [en, chinese] = LANGUAGES.map(wordsIn) as [HandOverWords, HandOverWords];
  return { ...known, ...wordsIn(agents), words: { en, 'zh-CN': chinese } };
}
