import { BEST_UNITS, keepBest, weightedSum, type ArticleScore, type TopicEvidence } from './fusion.ts';
import type { IndexedArticle, KnowledgeIndex } from './knowledgeIndex.ts';
import { lexicalScores } from './lexicalIndex.ts';
import { dotRows } from './vectors.ts';
import { wordEvidence } from './wordClassifier.ts';

/** One language's index, and the scores of all its units. */
export interface ScoredIndex {
  readonly index: KnowledgeIndex;
  readonly dense: Float32Array | undefined;
  readonly lexical: Float64Array;
}

/** One article in one language. */
export interface CandidateEdition {
  readonly scored: ScoredIndex;
  /** Number of its first unit; the others follow it. */
  readonly first: number;
}

/** The articles of all languages under one slug, and how well they match a query together. */
export interface Candidate extends ArticleScore {
  readonly slug: string;
  /** At most one a language, in the order of the indexes. */
  readonly editions: readonly CandidateEdition[];
}

/** An article opens with its answer, so another passage must match clearly better to be shown instead. */
const OPENING_BONUS = 0.2;
/** Background rows that are scored exactly: only the nearest three count. */
const NEAREST_BACKGROUND = 100;

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
  // One block of numbers: thousands of small arrays would take as long as the scores themselves.
  const most = indexes.reduce((sum, { articles }) => sum + articles.length, 0);
  const best = { dense: new Float64Array(most * BEST_UNITS), lexical: new Float64Array(most * BEST_UNITS) };
  for (const index of indexes) {
    const dense = vector && index.vectors ? dotRows(vector, index.vectors) : undefined;
    const lexical = lexicalScores(index.lexical, query);
    const scored: ScoredIndex = { index, dense, lexical };
    const { units, articles } = index;
    const words = wordEvidence(query, index.words, articles.length).articles;
    let at = 0;
    let last = -1;
    for (let number = 0; number < units.length; number++) {
      const { article } = units[number]!;
      // Units of one article follow one another: it is looked up once, not once a unit.
      if (article !== last) {
        last = article;
        const { slug } = articles[article]!;
        let candidate = gathered.get(slug);
        if (!candidate) {
          candidate = { editions: [], at: gathered.size * BEST_UNITS, words: 0 };
          gathered.set(slug, candidate);
        }
        candidate.editions.push({ scored, first: number });
        candidate.words += words[article]!;
        at = candidate.at;
      }
      if (dense) keepBest(best.dense, at, dense[number]!);
      keepBest(best.lexical, at, lexical[number]!);
    }
  }
  const candidates: Candidate[] = [];
  for (const [slug, { editions, at, words }] of gathered) {
    const [dense, lexical] = [weightedSum(best.dense, at), weightedSum(best.lexical, at)];
    candidates.push({ slug, editions, dense, lexical, words });
  }
  return candidates;
}

/**
 * What tells a text that no article answers from one that one does, whichever that is.
 * @param candidates all articles, see `candidatesFor`
 */
export function topicEvidence(
  query: string,
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
  candidates: readonly Candidate[],
): TopicEvidence {
  let none = 0;
  for (const { words, articles } of indexes) none += wordEvidence(query, words, articles.length).none;
  const some = candidates.reduce((sum, { words }) => sum + Math.exp(words), 0);
  return { background: backgroundScore(vector, indexes), words: Math.log(some) - none };
}

/**
 * How near a query is to what no article answers, on the scale of an article's dense score; undefined if there are no
 * vectors to tell.
 */
function backgroundScore(
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
): number | undefined {
  if (!vector || indexes.some(({ vectors }) => !vectors)) return undefined;
  const best = new Float64Array(BEST_UNITS);
  for (const { background } of indexes) {
    const scores = background ? dotRows(vector, background, NEAREST_BACKGROUND) : [];
    for (let i = 0; i < scores.length; i++) keepBest(best, 0, scores[i]!);
  }
  return weightedSum(best, 0);
}

/** What is collected before units are summed up. */
interface Gathered {
  readonly editions: CandidateEdition[];
  /** Where the scores of its best units begin. */
  readonly at: number;
  words: number;
}

/** The article of an edition. */
export function articleOf({ scored: { index }, first }: CandidateEdition): IndexedArticle {
  return index.articles[index.units[first]!.article]!;
}

/** Position of an edition's passage nearest to the query: only what is shown needs to know. */
export function nearestPassage({ scored: { index, dense, lexical }, first }: CandidateEdition): number {
  const { units } = index;
  let [nearest, most] = [0, -Infinity];
  for (let number = first; units[number]?.article === units[first]!.article; number++) {
    const { passage } = units[number]!;
    if (passage === undefined) continue;
    const opening = passage === 0 ? OPENING_BONUS : 0;
    const score = (dense?.[number] ?? 0) + Math.log1p(lexical[number]!) / 10 + opening;
    if (score > most) [nearest, most] = [passage, score];
  }
  return nearest;
}
