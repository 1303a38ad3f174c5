import type { Rankings } from './evaluate.ts';
import type { LabelledQuery } from './query.ts';

/** An article that takes queries of another: where titles, phrasings or the articles' borders are wrong. */
export interface Confusion {
  /** The right article of these queries. */
  readonly expected: string;
  /** What comes first instead; null if nothing comes. */
  readonly first: string | null;
  /** Ids of the queries, in their order. */
  readonly queries: readonly string[];
}

/** Every pair of articles that is confused, the most often first. */
export function confusions(queries: readonly LabelledQuery[], rankings: Rankings): Confusion[] {
  const pairs = new Map<string, { expected: string; first: string | null; queries: string[] }>();
  for (const [i, { id, slugs }] of queries.entries()) {
    const [expected] = slugs;
    const first = rankings[i]![0] ?? null;
    if (expected === undefined || (first !== null && slugs.includes(first))) continue;
    const key = `${expected} ${first}`;
    const pair = pairs.get(key) ?? { expected, first, queries: [] };
    pair.queries.push(id);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.queries.length - a.queries.length);
}
