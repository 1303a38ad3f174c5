import type { WordEvidence } from './topicWords.ts';

/**
 * How dense and lexical evidence become one order of articles and one probability.
 *
 * 1. An article's dense score is a weighted sum of its best units' cosines, its lexical score the same sum of their
 *    BM25 scores: one lucky unit is weaker evidence than three that agree.
 * 2. Both are standardised over the articles of this query, because cosines and BM25 live on scales that differ from
 *    query to query, and added. Rank fusion would throw away by how much the first one leads.
 * 3. A logistic regression over what tells a good first place from a poor one gives the probability that the first
 *    article answers at all. Among that is how near the text is to messages that no article answers, and whether its
 *    words are more theirs or ours.
 *
 * Weights are fitted by `npm run model:calibrate` on tests/fixtures/retrieval/development.jsonl.
 */

/** Weights of an article's best, second and third unit. */
const UNIT_WEIGHTS = [0.6, 0.25, 0.15] as const;
/** What a standard deviation of lexical score is worth beside one of dense score. */
const LEXICAL_WEIGHT = 0.2;

/** A logistic regression: a constant, and a weight for each of `features`. */
export interface Calibration {
  readonly constant: number;
  readonly weights: readonly number[];
}

/** Words and meaning together. */
const FULL: Calibration = { constant: -1.23, weights: [16.99, -8.96, 0.77, 0.34, -15.01, 0.19, 0.87] };
/** Words alone: until the model is there, or if it never comes. */
const LEXICAL: Calibration = { constant: -2.22, weights: [0, 0, 1.16, 0.45, 0, 0.33, 0.8] };

/** What tells a text that no article answers from one that one does, whichever that is. */
export interface TopicEvidence extends WordEvidence {
  /** How near the text is to messages that no article answers; undefined if there were no cosines to score with. */
  readonly background: number | undefined;
}

export interface ArticleScore {
  readonly dense: number;
  readonly lexical: number;
}

/** A scored article with its place in the order: the higher `fused`, the earlier. */
export type RankedArticle<Scored extends ArticleScore = ArticleScore> = Scored & { readonly fused: number };

/** The scores of an article's best three units so far, best first. */
export type BestScores = [first: number, second: number, third: number];

/** Takes one more unit's score into account. */
export function keepBest(best: BestScores, score: number): void {
  if (score <= best[2]) return;
  if (score > best[0]) {
    best[2] = best[1];
    best[1] = best[0];
    best[0] = score;
  } else if (score > best[1]) {
    best[2] = best[1];
    best[1] = score;
  } else best[2] = score;
}

/** Sums the best few unit scores of one article. */
export function bestUnits(scores: ArrayLike<number>): number {
  const best: BestScores = [0, 0, 0];
  for (let i = 0; i < scores.length; i++) keepBest(best, scores[i]!);
  return weightedSum(best);
}

/** Sums an article's best units. */
export function weightedSum(best: Readonly<BestScores>): number {
  return UNIT_WEIGHTS[0] * best[0] + UNIT_WEIGHTS[1] * best[1] + UNIT_WEIGHTS[2] * best[2];
}

/** Orders articles by fused score, best first; ties keep the order given. */
export function rank<Scored extends ArticleScore>(
  articles: readonly Scored[],
  lexicalWeight = LEXICAL_WEIGHT,
): RankedArticle<Scored>[] {
  const dense = standardize(articles.map((article) => article.dense));
  const lexical = standardize(articles.map((article) => article.lexical));
  const fused = Float64Array.from(dense, (value, i) => value + lexicalWeight * lexical[i]!);
  const order = Uint32Array.from(articles.keys()).sort((a, b) => fused[b]! - fused[a]! || a - b);
  return Array.from(order, (i) => ({ ...articles[i]!, fused: fused[i]! }));
}

/**
 * Probability, 0 to 1, that an article answers, given how it and the best other article score.
 */
export function probability(
  candidate: ArticleScore,
  rival: ArticleScore | undefined,
  topic: TopicEvidence,
  { constant, weights }: Calibration = topic.background === undefined ? LEXICAL : FULL,
): number {
  const z = features(candidate, rival, topic).reduce((sum, value, i) => sum + weights[i]! * value, constant);
  return 1 / (1 + Math.exp(-z));
}

/** Standard deviations behind the first place that make an article e times less likely. */
const FALL = 3;

/**
 * The probability of each article, never rising with the place: the first one's is calibrated; the others' fall with how
 * far they are behind it, so that company is kept only by what is nearly as good.
 * @param ranked best first
 */
export function likelihoods(ranked: readonly RankedArticle[], topic: TopicEvidence): number[] {
  const [first, second] = ranked;
  if (!first) return [];
  const chance = probability(first, second, topic);
  return ranked.map(({ fused }) => chance * Math.exp((fused - first.fused) / FALL));
}

/** Cosine evidence, its lead over the rival, BM25 evidence (log), its lead (log), the background's cosine, and the words'. */
export function features(
  candidate: ArticleScore,
  rival: ArticleScore | undefined,
  { background, sum, least }: TopicEvidence,
): number[] {
  const log = (score: number): number => Math.log1p(score);
  return [
    candidate.dense,
    candidate.dense - (rival?.dense ?? 0),
    log(candidate.lexical),
    log(candidate.lexical) - log(rival?.lexical ?? 0),
    background ?? 0,
    sum,
    least,
  ];
}

function standardize(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (variance > 0 ? (value - mean) / Math.sqrt(variance) : 0));
}
