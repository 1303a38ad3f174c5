import type { Language } from '../article/language.ts';
import { bestUnits, type ArticleScore } from './fusion.ts';
import type { IndexedArticle, KnowledgeIndex } from './knowledgeIndex.ts';
import { lexicalScores } from './lexicalIndex.ts';
import { dotRows } from './vectors.ts';

/** One article in one language, with how near each of its passages is to the query. */
export interface CandidateEdition {
  readonly article: IndexedArticle;
  readonly passages: Map<number, number>;
}

/** The articles of all languages under one slug, and how well they match a query together. */
export interface Candidate extends ArticleScore {
  readonly slug: string;
  readonly editions: ReadonlyMap<Language, CandidateEdition>;
}

/** An article opens with its answer, so another passage must match clearly better to be shown instead. */
const OPENING_BONUS = 0.2;

/**
 * Scores every article of the indexes against a query.
 * @param vector the query's vector, or undefined to score by words alone
 */
export function candidatesFor(
  query: string,
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
): Candidate[] {
  const gathered = new Map<string, Gathered>();
  for (const index of indexes) {
    const dense = vector && index.vectors ? dotRows(vector, index.vectors) : undefined;
    const lexical = lexicalScores(index.lexical, query);
    index.units.forEach((unit, number) => {
      const article = index.articles[unit.article]!;
      const candidate = gathered.get(article.slug) ?? nothingYet();
      gathered.set(article.slug, candidate);
      const edition = candidate.editions.get(index.language) ?? { article, passages: new Map() };
      candidate.editions.set(index.language, edition);
      const denseScore = dense?.[number] ?? 0;
      const lexicalScore = lexical.get(number) ?? 0;
      candidate.dense.push(denseScore);
      candidate.lexical.push(lexicalScore);
      if (unit.passage === undefined) return;
      const opening = unit.passage === 0 ? OPENING_BONUS : 0;
      edition.passages.set(unit.passage, denseScore + Math.log1p(lexicalScore) / 10 + opening);
    });
  }
  return [...gathered].map(([slug, { editions, dense, lexical }]) => ({
    slug,
    editions,
    dense: bestUnits(dense),
    lexical: bestUnits(lexical),
  }));
}

/**
 * How near a query is to what no article answers, on the scale of an article's dense score; undefined if there are no
 * vectors to tell.
 */
export function backgroundScore(
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
): number | undefined {
  if (!vector || indexes.some(({ vectors }) => !vectors)) return undefined;
  return bestUnits(indexes.flatMap(({ background }) => (background ? [...dotRows(vector, background)] : [])));
}

/** What is collected before units are summed up. */
interface Gathered {
  readonly editions: Map<Language, CandidateEdition>;
  readonly dense: number[];
  readonly lexical: number[];
}

function nothingYet(): Gathered {
  return { editions: new Map(), dense: [], lexical: [] };
}
