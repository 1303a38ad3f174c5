import type { Language } from '../article/language.ts';
import type { Passage } from '../article/passages.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import { probability, rank, type RankedArticle } from './fusion.ts';
import type { KnowledgeIndex } from './knowledgeIndex.ts';

export interface SuggestOptions {
  /** The reader's language: articles are shown in it where they exist. */
  readonly language: Language;
  /** Below this probability an article is not shown. */
  readonly threshold: number;
  readonly limit: number;
}

/** An article worth showing, and why. */
export interface Suggestion {
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly reviewed: string | undefined;
  /** The passage nearest to the query. */
  readonly passage: Passage;
  /** Calibrated probability that it answers, 0 to 1. */
  readonly probability: number;
  readonly why: { readonly dense: number; readonly lexical: number };
}

/**
 * The articles that answer a text, best first; none when none is likely to.
 * Every language's units count, so a Chinese question finds an article through its English phrasings.
 *
 * @param vector the query's vector, or undefined while no model is there: the lexical half then answers alone
 */
export function suggest(
  query: string,
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
  { language, threshold, limit }: SuggestOptions,
): Suggestion[] {
  const ranked = rank(candidatesFor(query, vector, indexes));
  return ranked
    .slice(0, limit)
    .map((candidate, place) => {
      const rival = ranked[place === 0 ? 1 : 0];
      return toSuggestion(candidate, language, probability(candidate, rival, vector !== undefined));
    })
    .filter((suggestion) => suggestion.probability >= threshold);
}

function toSuggestion(
  { slug, editions, dense, lexical }: RankedArticle<Candidate>,
  wanted: Language,
  likelihood: number,
): Suggestion {
  const language = editions.has(wanted) ? wanted : [...editions.keys()][0]!;
  const { article, passages } = editions.get(language)!;
  const [nearest] = [...passages].reduce((best, next) => (next[1] > best[1] ? next : best), [0, -Infinity]);
  return {
    slug,
    language,
    title: article.title,
    reviewed: article.reviewed,
    passage: article.passages[nearest] ?? { anchor: '', heading: '', text: article.description },
    probability: likelihood,
    why: { dense, lexical },
  };
}
