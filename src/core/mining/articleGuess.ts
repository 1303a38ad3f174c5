import type { KnowledgeIndex } from '../retrieval/knowledgeIndex.ts';
import { wordEvidence } from '../retrieval/wordClassifier.ts';
import type { MinedTicket } from './minedTicket.ts';

type Asked = Pick<MinedTicket, 'text' | 'language'>;

/** Articles by slug, each with its share of the odds of all articles. */
export type ArticleShares = ReadonlyMap<string, number>;

/** Which articles a ticket's words speak for. */
export type ArticleGuess = (ticket: Asked) => ArticleShares;

/** Smaller shares are chance. */
const LEAST_SHARE = 0.1;

/** Of the tickets of an export that is about what the articles are about, so many speak for some; of others about half do. */
const MOSTLY = 0.7;

const NONE: ArticleShares = new Map();

/**
 * Guesses by the words of a ticket's own language, in microseconds: tickets about one known problem have articles in common
 * before any agent links one, whichever language they are in. Words that speak more for none than for all of them together
 * say nothing.
 */
export function articleGuess(
  indexes: readonly Pick<KnowledgeIndex, 'language' | 'articles' | 'words'>[],
): ArticleGuess {
  const byLanguage = new Map(indexes.map((index) => [index.language, index]));
  return ({ text, language }) => {
    const index = byLanguage.get(language === 'other' ? 'en' : language);
    if (!index) return NONE;
    const { articles: logits, none } = wordEvidence(text, index.words, index.articles.length);
    const odds = logits.map(Math.exp);
    const sum = odds.reduce((all, one) => all + one, 0);
    if (sum < Math.exp(none)) return NONE;
    const shares = Array.from(odds, (one, article) => [index.articles[article]!.slug, one / sum] as const);
    return new Map(shares.filter(([, share]) => share >= LEAST_SHARE));
  };
}

/** The guesses for the tickets of an export; none at all where it is about other matters, which articles would only blur. */
export function guessAll<Ticket extends Asked>(
  tickets: readonly Ticket[],
  guess: ArticleGuess,
): ReadonlyMap<Ticket, ArticleShares> {
  const guesses = new Map(tickets.map((ticket) => [ticket, guess(ticket)]));
  const spoken = tickets.filter((ticket) => guesses.get(ticket)!.size > 0);
  return spoken.length < MOSTLY * tickets.length ? new Map() : guesses;
}
