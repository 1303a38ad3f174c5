import { dot } from '../vectors.ts';

/** Fraction of the queries whose right passage is among the `k` most similar ones; ties count against. */
export function recallAt(
  k: number,
  queries: readonly Float32Array[],
  passages: readonly Float32Array[],
  rightPassage: (query: number) => number,
): number {
  const found = queries.filter((query, i) => {
    const right = rightPassage(i);
    const own = dot(query, passages[right]!);
    const better = passages.reduce(
      (count, passage, j) => count + (j !== right && dot(query, passage) >= own ? 1 : 0),
      0,
    );
    return better < k;
  });
  return found.length / Math.max(1, queries.length);
}

/** Position and cosine of the most similar vector. */
export function nearest(
  query: Float32Array,
  vectors: readonly Float32Array[],
): { readonly index: number; readonly cosine: number } {
  return vectors.reduce(
    (best, vector, index) => {
      const cosine = dot(query, vector);
      return cosine > best.cosine ? { index, cosine } : best;
    },
    { index: -1, cosine: -Infinity },
  );
}

/**
 * Area under the ROC curve: the probability that a positive scores above a negative, ties counting half (Mann and
 * Whitney, 1947). 0.5 is chance.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const all = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]!.score === all[start]!.score) end++;
    const positivesHere = all.slice(start, end).filter(({ isPositive }) => isPositive).length;
    rankSum += (positivesHere * (start + 1 + end)) / 2;
    start = end;
  }
  const n = positives.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
}

/** A text of a problem, as a vector. */
export interface ProblemVector {
  readonly problem: string;
  readonly isChinese: boolean;
  readonly vector: Float32Array;
}

/** How well cosines tell texts of one problem from texts of different ones: areas under the curve. */
export interface ProblemSeparation {
  readonly problems: number;
  readonly texts: number;
  /** Both texts in one language. */
  readonly oneLanguage: number;
  /** One English, one Chinese. */
  readonly acrossLanguages: number;
}

/** Compares every two texts. */
export function problemSeparation(texts: readonly ProblemVector[]): ProblemSeparation {
  const within = { same: [] as number[], different: [] as number[] };
  const across = { same: [] as number[], different: [] as number[] };
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      const side = a.isChinese === b.isChinese ? within : across;
      (a.problem === b.problem ? side.same : side.different).push(dot(a.vector, b.vector));
    }
  });
  return {
    problems: new Set(texts.map(({ problem }) => problem)).size,
    texts: texts.length,
    oneLanguage: areaUnderCurve(within.same, within.different),
    acrossLanguages: areaUnderCurve(across.same, across.different),
  };
}
