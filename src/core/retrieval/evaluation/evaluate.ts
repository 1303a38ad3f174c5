import { LANGUAGES } from '../../article/language.ts';
import { firstRelevant, ndcg10, share, type Share } from './metrics.ts';
import type { LabelledQuery } from './query.ts';

/** How often, and how early, the right article comes. Rates are fractions of one. */
export interface RankingQuality {
  readonly n: number;
  readonly 'recall@1': number;
  readonly 'recall@3': number;
  readonly 'mrr@10': number;
  readonly 'ndcg@10': number;
  /** 95 % intervals of the two recalls. */
  readonly interval: {
    readonly 'recall@1': readonly [number, number];
    readonly 'recall@3': readonly [number, number];
  };
}

/** Slugs for each query, best first, in the order of the queries. */
export type Rankings = readonly (readonly string[])[];

/** Quality over the queries that have an answer. */
export function rankingQuality(queries: readonly LabelledQuery[], rankings: Rankings): RankingQuality {
  const judged = queries.flatMap(({ slugs }, i) =>
    slugs.length > 0 ? [{ slugs, ranking: rankings[i]! }] : [],
  );
  const places = judged.map(({ slugs, ranking }) => firstRelevant(ranking.slice(0, 10), slugs));
  const within = (k: number): Share =>
    share(places.filter((place) => place !== undefined && place <= k).length, places.length);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [at1, at3] = [within(1), within(3)];
  return {
    n: judged.length,
    'recall@1': at1.value,
    'recall@3': at3.value,
    'mrr@10': mean(places.map((place) => (place === undefined ? 0 : 1 / place))),
    'ndcg@10': mean(judged.map(({ slugs, ranking }) => ndcg10(ranking, slugs))),
    interval: { 'recall@1': [at1.low, at1.high], 'recall@3': [at3.low, at3.high] },
  };
}

/** The same, for each language that has queries. */
export function qualityByLanguage(
  queries: readonly LabelledQuery[],
  rankings: Rankings,
): Record<string, RankingQuality> {
  return qualityBy(queries, rankings, LANGUAGES, ({ language }) => language);
}

/** The same, for each style that queries name. */
export function qualityByStyle(
  queries: readonly LabelledQuery[],
  rankings: Rankings,
): Record<string, RankingQuality> {
  const styles = [...new Set(queries.map(({ style }) => style))]
    .filter((style) => style !== undefined)
    .sort();
  return qualityBy(queries, rankings, styles, ({ style }) => style);
}

function qualityBy<Key extends string>(
  queries: readonly LabelledQuery[],
  rankings: Rankings,
  keys: readonly Key[],
  keyOf: (query: LabelledQuery) => Key | string | undefined,
): Record<string, RankingQuality> {
  const rows = keys.map((key) => {
    const chosen = queries.flatMap((query, i) => (keyOf(query) === key ? [i] : []));
    return [
      key,
      rankingQuality(
        chosen.map((i) => queries[i]!),
        chosen.map((i) => rankings[i]!),
      ),
    ] as const;
  });
  return Object.fromEntries(rows.filter(([, { n }]) => n > 0));
}

/** Whether the right to be silent is used rightly. */
export interface Abstention {
  readonly offTopic: number;
  /** Fraction of the off-topic queries that were answered. */
  readonly offTopicAnswered: number;
  readonly answerable: number;
  /** Fraction of the answerable queries that were not. */
  readonly answerableRefused: number;
}

/** @param answered whether anything was shown, for each query */
export function abstention(queries: readonly LabelledQuery[], answered: readonly boolean[]): Abstention {
  const offTopic = queries.flatMap(({ slugs }, i) => (slugs.length === 0 ? [answered[i]!] : []));
  const answerable = queries.flatMap(({ slugs }, i) => (slugs.length > 0 ? [answered[i]!] : []));
  return {
    offTopic: offTopic.length,
    offTopicAnswered: share(offTopic.filter(Boolean).length, offTopic.length).value,
    answerable: answerable.length,
    answerableRefused: share(answerable.filter((shown) => !shown).length, answerable.length).value,
  };
}
