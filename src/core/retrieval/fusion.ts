/**
 * How dense, lexical and learned evidence become one order of articles and one probability.
 *
 * 1. An article's dense score is a weighted sum of its best units' cosines, its lexical score the same sum of their
 *    BM25 scores: one lucky unit is weaker evidence than three that agree.
 * 2. Both are standardised over the articles of this query, because cosines and BM25 live on scales that differ from
 *    query to query, and added. Rank fusion would throw away by how much the first one leads.
 * 3. What the classifier of words says is added as it is: its logits are small by themselves where it has learned little.
 * 4. A logistic regression over what tells an answer from none gives the probability that the first
 *    article answers at all. Among that is how near the text is to messages that no article answers, and whether its
 *    words speak for some article more than for none.
 *
 * Weights are fitted by `npm run model:calibrate` on tests/fixtures/retrieval/development.jsonl.
 */

/** Weights of an article's best, second and third unit. */
const UNIT_WEIGHTS = [0.6, 0.25, 0.15] as const;
/** What a standard deviation of lexical score, and a logit of words, are worth beside a standard deviation of dense score. */
export interface Weights {
  readonly lexical: number;
  readonly words: number;
}
const WEIGHTS: Weights = { lexical: 0.2, words: 0.7 };

/** A logistic regression: a constant, and a weight for each of `features`. */
export interface Calibration {
  readonly constant: number;
  readonly weights: readonly number[];
}

/** Words and meaning together. */
const FULL: Calibration = { constant: 2.47, weights: [13.33, 0.74, -15.3, 0.88] };
/** Words alone: until the model is there, or if it never comes. */
const LEXICAL: Calibration = { constant: 3.14, weights: [0, 0.85, 0, 1.31] };

/** What tells a text that no article answers from one that one does, whichever that is. */
export interface TopicEvidence {
  /** How near the text is to messages that no article answers; undefined if there were no cosines to score with. */
  readonly background: number | undefined;
  /** Natural logarithm of the odds, by its words alone, that some article answers it. */
  readonly words: number;
}

export interface ArticleScore {
  readonly dense: number;
  readonly lexical: number;
  /** The classifier's logit. */
  readonly words: number;
}

/** A scored article with its place in the order: the higher `fused`, the earlier. */
export type RankedArticle<Scored extends ArticleScore = ArticleScore> = Scored & { readonly fused: number };

/** How many of an article's units count. */
export const BEST_UNITS = UNIT_WEIGHTS.length;

/**
 * Takes one more unit's score into account.
 * @param best the scores of the best units so far, best first, from `at` on; zeros to begin with
 */
export function keepBest(best: Float64Array, at: number, score: number): void {
  if (score <= best[at + 2]!) return;
  if (score > best[at]!) {
    best[at + 2] = best[at + 1]!;
    best[at + 1] = best[at]!;
    best[at] = score;
  } else if (score > best[at + 1]!) {
    best[at + 2] = best[at + 1]!;
    best[at + 1] = score;
  } else best[at + 2] = score;
}

/** Sums the best few unit scores of one article. */
export function bestUnits(scores: ArrayLike<number>): number {
  const best = new Float64Array(BEST_UNITS);
  for (let i = 0; i < scores.length; i++) keepBest(best, 0, scores[i]!);
  return weightedSum(best, 0);
}

/** Sums an article's best units, see `keepBest`. */
export function weightedSum(best: Float64Array, at: number): number {
  return UNIT_WEIGHTS[0] * best[at]! + UNIT_WEIGHTS[1] * best[at + 1]! + UNIT_WEIGHTS[2] * best[at + 2]!;
}

/** Orders articles by fused score, best first; ties keep the order given. */
export function rank<Scored extends ArticleScore>(
  articles: readonly Scored[],
  { lexical: lexicalWeight, words: wordsWeight }: Weights = WEIGHTS,
): RankedArticle<Scored>[] {
  const dense = standardize(articles.map((article) => article.dense));
  const lexical = standardize(articles.map((article) => article.lexical));
  const fused = Float64Array.from(
    dense,
    (value, i) => value + lexicalWeight * lexical[i]! + wordsWeight * articles[i]!.words,
  );
  const order = Uint32Array.from(articles.keys()).sort((a, b) => fused[b]! - fused[a]! || a - b);
  return Array.from(order, (i) => ({ ...articles[i]!, fused: fused[i]! }));
}

/** Probability, 0 to 1, that the first article answers, given how it scores. */
export function probability(
  first: ArticleScore,
  topic: TopicEvidence,
  { constant, weights }: Calibration = topic.background === undefined ? LEXICAL : FULL,
): number {
  const z = features(first, topic).reduce((sum, value, i) => sum + weights[i]! * value, constant);
  return 1 / (1 + Math.exp(-z));
}

/** Standard deviations behind the first place that make an article e times less likely. */
const FALL = 6;

/**
 * The probability of each article, never rising with the place: the first one's is calibrated; the others' fall with how
 * far they are behind it, so that company is kept only by what is nearly as good.
 * @param ranked best first
 */
export function likelihoods(ranked: readonly RankedArticle[], topic: TopicEvidence): number[] {
  const [first] = ranked;
  if (!first) return [];
  const chance = probability(first, topic);
  return ranked.map(({ fused }) => chance * Math.exp((fused - first.fused) / FALL));
}

/**
 * Cosine evidence, BM25 evidence (log), the background's cosine, and the words'. How far the first article leads is not among
 * them: two that answer equally well are no sign that none does.
 */
export function features(first: ArticleScore, { background, words }: TopicEvidence): number[] {
  return [first.dense, Math.log1p(first.lexical), background ?? 0, words];
}

function standardize(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (variance > 0 ? (value - mean) / Math.sqrt(variance) : 0));
}
