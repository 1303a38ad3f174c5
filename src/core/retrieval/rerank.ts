import { candidatesFor, topicEvidence } from './candidates.ts';
import { bestUnits, likelihoods, rank, type ArticleScore } from './fusion.ts';
import type { KnowledgeIndex } from './knowledgeIndex.ts';
import { putFirst, suggest, type Suggestion, type SuggestOptions } from './suggest.ts';
import { dotRowsExactly, type QuantizedVectors } from './vectors.ts';

/** So many of the best articles are scored again; what the static model puts below them is not worth a second look. */
const RESCORED = 10;

/** A question as a second, slower model understands it, beside that model's vectors of what is searched. */
export interface SecondOpinion {
  readonly vector: Float32Array;
  /** One vector a unit, for each index in the order of the indexes. */
  readonly units: readonly QuantizedVectors[];
}

/**
 * Blends a second model's evidence into the dense score of the best articles, half and half. Two models' cosines are not
 * comparable (E5's lie between 0.7 and 1), so the second's are first brought to the mean and spread of the first's: the
 * calibrated probability, and with it what is shown at all, goes on meaning what it did.
 * @param ranked articles, best first
 * @param second an article's score by the second model
 */
export function rerank<Scored extends ArticleScore>(
  ranked: readonly Scored[],
  second: (article: Scored) => number,
): Scored[] {
  const best = ranked.slice(0, RESCORED);
  const first = moments(best.map(({ dense }) => dense));
  const scores = best.map(second);
  const other = moments(scores);
  // One article, or a model that cannot tell these apart: there is nothing to learn from it.
  if (other.deviation < 1e-9) return [...ranked];
  return ranked.map((article, i) => {
    if (i >= best.length) return article;
    const brought = first.mean + ((scores[i]! - other.mean) / other.deviation) * first.deviation;
    return { ...article, dense: (article.dense + brought) / 2 };
  });
}

/**
 * `suggest` with a second opinion on the best articles.
 * @param vector the query's vector by the first model
 */
export function suggestAgain(
  query: string,
  vector: Float32Array,
  indexes: readonly KnowledgeIndex[],
  opinion: SecondOpinion,
  { language, threshold, limit, safety }: SuggestOptions,
): Suggestion[] {
  const known = suggest(query, vector, indexes, { language, threshold: 0, limit: RESCORED, safety });
  const bySlug = new Map(known.map((suggestion) => [suggestion.slug, suggestion]));
  const second = articleScores(indexes, opinion);
  const candidates = candidatesFor(query, vector, indexes);
  const topic = topicEvidence(query, vector, indexes, candidates);
  const reranked = rank(rerank(rank(candidates), ({ slug }) => second.get(slug) ?? 0)).filter(({ slug }) =>
    bySlug.has(slug),
  );
  const likely = likelihoods(reranked, topic)
    .slice(0, limit)
    .map((likelihood, place) => {
      const { slug, dense, lexical } = reranked[place]!;
      return { ...bySlug.get(slug)!, probability: likelihood, why: { dense, lexical } };
    })
    .filter((suggestion) => suggestion.probability >= threshold);
  // No model has a say in what is urgent.
  const [first] = known;
  return first?.urgent === undefined ? likely : putFirst(first, likely, limit);
}

/** An article's best units' cosines, summed as the first model's are. */
function articleScores(
  indexes: readonly KnowledgeIndex[],
  { vector, units }: SecondOpinion,
): Map<string, number> {
  const cosines = new Map<string, number[]>();
  indexes.forEach((index, i) => {
    const products = dotRowsExactly(vector, units[i]!);
    index.units.forEach(({ article }, unit) => {
      const { slug } = index.articles[article]!;
      const own = cosines.get(slug);
      if (own) own.push(products[unit]!);
      else cosines.set(slug, [products[unit]!]);
    });
  });
  return new Map([...cosines].map(([slug, values]) => [slug, bestUnits(values)]));
}

function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
