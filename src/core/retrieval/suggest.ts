import type { Language } from '../article/language.ts';
import { bestUnits, probability, rank, type ArticleScore } from './fusion.ts';
import type { IndexedArticle, KnowledgeIndex } from './knowledgeIndex.ts';
import { lexicalScores } from './lexicalIndex.ts';
import { dotRows } from './vectors.ts';
import type { Passage } from '../article/passages.ts';

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

/** An article opens with its answer, so another passage must match clearly better to be shown instead. */
const OPENING_BONUS = 0.1;

/** Articles of all languages under one slug, with the scores of their units. */
interface Candidate {
  readonly slug: string;
  readonly editions: Map<Language, { article: IndexedArticle; passages: Map<number, number> }>;
  readonly dense: number[];
  readonly lexical: number[];
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
  const candidates = gather(query, vector, indexes);
  const ranked = rank(candidates.map(scoreOf));
  return ranked
    .slice(0, limit)
    .map((entry, place) =>
      toSuggestion(candidates[entry.article]!, language, {
        probability: probability(entry, ranked[place === 0 ? 1 : 0], vector !== undefined),
        why: { dense: entry.dense, lexical: entry.lexical },
      }),
    )
    .filter((suggestion) => suggestion.probability >= threshold);
}

function scoreOf({ dense, lexical }: Candidate): ArticleScore {
  return { dense: bestUnits(dense), lexical: bestUnits(lexical) };
}

function gather(
  query: string,
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
): Candidate[] {
  const bySlug = new Map<string, Candidate>();
  for (const index of indexes) {
    const dense = vector && index.vectors ? dotRows(vector, index.vectors) : undefined;
    const lexical = lexicalScores(index.lexical, query);
    index.units.forEach((unit, number) => {
      const article = index.articles[unit.article]!;
      const candidate = bySlug.get(article.slug) ?? newCandidate(article.slug);
      bySlug.set(article.slug, candidate);
      const edition = candidate.editions.get(index.language) ?? { article, passages: new Map() };
      candidate.editions.set(index.language, edition);
      const denseScore = dense?.[number] ?? 0;
      const lexicalScore = lexical.get(number) ?? 0;
      candidate.dense.push(denseScore);
      if (lexicalScore > 0) candidate.lexical.push(lexicalScore);
      if (unit.passage !== undefined) {
        const opening = unit.passage === 0 ? OPENING_BONUS : 0;
        edition.passages.set(unit.passage, denseScore + Math.log1p(lexicalScore) / 10 + opening);
      }
    });
  }
  return [...bySlug.values()];
}

function newCandidate(slug: string): Candidate {
  return { slug, editions: new Map(), dense: [], lexical: [] };
}

function toSuggestion(
  { slug, editions }: Candidate,
  wanted: Language,
  score: Pick<Suggestion, 'probability' | 'why'>,
): Suggestion {
  const language = editions.has(wanted) ? wanted : [...editions.keys()][0]!;
  const { article, passages } = editions.get(language)!;
  const [nearest = 0] = [...passages].reduce(
    (best, next) => (next[1] > best[1] ? next : best),
    [0, -Infinity],
  );
  return {
    slug,
    language,
    title: article.title,
    reviewed: article.reviewed,
    passage: article.passages[nearest] ?? { anchor: '', heading: '', text: article.description },
    ...score,
  };
}
