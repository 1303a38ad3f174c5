/** Measures of a ranking, by the usual definitions (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 8). */

/** A share with its 95 % confidence interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Place of the first right article, from 1; undefined if it is not there. */
export function firstRelevant(ranking: readonly string[], relevant: readonly string[]): number | undefined {
  const place = ranking.findIndex((slug) => relevant.includes(slug));
  return place < 0 ? undefined : place + 1;
}

/** Normalised discounted cumulative gain among the first ten; the first relevant slug is worth two, the others one. */
export function ndcg10(ranking: readonly string[], relevant: readonly string[]): number {
  const gain = (slug: string): number => {
    const place = relevant.indexOf(slug);
    return place < 0 ? 0 : place === 0 ? 2 : 1;
  };
  const discounted = (slugs: readonly string[]): number =>
    slugs.slice(0, 10).reduce((sum, slug, i) => sum + gain(slug) / Math.log2(i + 2), 0);
  return discounted(ranking) / discounted(relevant);
}

/** A share and its Wilson score interval (Wilson, 1927), which stays sensible near 0 and 1 and for small n. */
export function share(hits: number, n: number): Share {
  if (n === 0) return { value: 0, low: 0, high: 0, n };
  const z = 1.96;
  const value = hits / n;
  const centre = (value + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((value * (1 - value)) / n + z ** 2 / (4 * n ** 2));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half), n };
}

/** The p-th percentile (0 to 1) by nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}
