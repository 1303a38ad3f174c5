/**
 * How dense and lexical evidence become one order of articles and one probability.
 *
 * 1. An article's dense score is a weighted sum of its best units' cosines, its lexical score the same sum of their
 *    BM25 scores: one lucky unit is weaker evidence than three that agree.
 * 2. Both are standardised over the articles of this query, because cosines and BM25 live on scales that differ from
 *    query to query, and added. Rank fusion would throw away by how much the first one leads.
 * 3. A logistic regression over what tells a good first place from a poor one gives the probability that the first
 *    article answers at all. Its weights are fitted on tests/fixtures/retrieval/development.jsonl.
 */

/** Weights of an article's best, second and third unit. */
const UNIT_WEIGHTS = [0.6, 0.25, 0.15] as const;
/** What a standard deviation of lexical score is worth beside one of dense score. */
const LEXICAL_WEIGHT = 0.5;

/** A logistic regression: a constant, and a weight for each of `features`. */
interface Calibration {
  readonly constant: number;
  readonly weights: readonly [number, number, number, number];
}

/** Words and meaning together. */
const FULL: Calibration = { constant: -11.23, weights: [11.04, 8.79, 1.11, 1.64] };
/** Words alone: until the model is there, or if it never comes. */
const LEXICAL: Calibration = { constant: -6.3, weights: [0, 0, 1.26, 2.27] };

export interface ArticleScore {
  readonly dense: number;
  readonly lexical: number;
}

/** A scored article with its place in the order: the higher `fused`, the earlier. */
export type RankedArticle<Scored extends ArticleScore = ArticleScore> = Scored & { readonly fused: number };

/** Sums the best few unit scores of one article. */
export function bestUnits(scores: readonly number[]): number {
  const best = scores.toSorted((a, b) => b - a);
  return UNIT_WEIGHTS.reduce((sum, weight, i) => sum + weight * Math.max(0, best[i] ?? 0), 0);
}

/** Orders articles by fused score, best first; ties keep the order given. */
export function rank<Scored extends ArticleScore>(articles: readonly Scored[]): RankedArticle<Scored>[] {
  const dense = standardize(articles.map((article) => article.dense));
  const lexical = standardize(articles.map((article) => article.lexical));
  return articles
    .map((article, i) => ({ ...article, fused: dense[i]! + LEXICAL_WEIGHT * lexical[i]! }))
    .sort((a, b) => b.fused - a.fused);
}

/**
 * Probability, 0 to 1, that an article answers, given how it and the best other article score.
 * @param hasDense whether cosines were there to score with
 */
export function probability(
  candidate: RankedArticle,
  rival: RankedArticle | undefined,
  hasDense: boolean,
): number {
  const { constant, weights } = hasDense ? FULL : LEXICAL;
  const z = features(candidate, rival).reduce((sum, value, i) => sum + weights[i]! * value, constant);
  return 1 / (1 + Math.exp(-z));
}

/** Cosine evidence, its lead over the rival, BM25 evidence (log), and its lead (log). */
export function features(candidate: RankedArticle, rival: RankedArticle | undefined): number[] {
  const log = (score: number): number => Math.log1p(score);
  return [
    candidate.dense,
    candidate.dense - (rival?.dense ?? 0),
    log(candidate.lexical),
    log(candidate.lexical) - log(rival?.lexical ?? 0),
  ];
}

function standardize(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (variance > 0 ? (value - mean) / Math.sqrt(variance) : 0));
}
