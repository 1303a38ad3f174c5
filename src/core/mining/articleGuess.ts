import type { KnowledgeIndex } from '../retrieval/knowledgeIndex.ts';
import { wordEvidence } from '../retrieval/wordClassifier.ts';
import type { MinedTicket } from './minedTicket.ts';

/** The slug of the article that a ticket's words speak for, if they speak for one. */
export type ArticleGuess = (ticket: Pick<MinedTicket, 'text' | 'language'>) => string | undefined;

/** Share of the odds of all articles that one must have. */
const LIKELY = 0.5;

/**
 * Guesses by the words of a ticket's own language, in microseconds: tickets about one known problem have an article in common
 * before any agent links it, whichever language they are in. Words that speak more for none than for all of them together say
 * nothing: so exports about other matters are grouped as if there were no articles.
 */
export function articleGuess(
  indexes: readonly Pick<KnowledgeIndex, 'language' | 'articles' | 'words'>[],
): ArticleGuess {
  const byLanguage = new Map(indexes.map((index) => [index.language, index]));
  return ({ text, language }) => {
    const index = byLanguage.get(language === 'other' ? 'en' : language);
    if (!index) return undefined;
    const { articles: logits, none } = wordEvidence(text, index.words, index.articles.length);
    let [best, sum] = [0, 0];
    for (let i = 0; i < logits.length; i++) {
      if (logits[i]! > logits[best]!) best = i;
      sum += Math.exp(logits[i]!);
    }
    const isOurs = sum >= Math.exp(none);
    return isOurs && Math.exp(logits[best]!) >= LIKELY * sum ? index.articles[best]?.slug : undefined;
  };
}
