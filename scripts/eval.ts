import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { LANGUAGES } from '../src/core/article/language.ts';
import {
  abstention,
  qualityByLanguage,
  qualityByStyle,
  rankingQuality,
  type RankingQuality,
} from '../src/core/retrieval/evaluation/evaluate.ts';
import { percentile } from '../src/core/retrieval/evaluation/metrics.ts';
import { parseQuery, type LabelledQuery } from '../src/core/retrieval/evaluation/query.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { indexArticles, loadArticles, loadModel, loadPhrasings } from './lib/knowledge.ts';
import { CONTENT, ROOT } from './lib/paths.ts';
import { pagefindRankings } from './eval/pagefindBaseline.ts';
import { rankAll, type Ranked } from './eval/rankers.ts';

const USAGE = 'npm run eval -- [--articles <dir>] [--queries <file.jsonl>] [--json]';
const METRICS = ['recall@1', 'recall@3', 'mrr@10', 'ndcg@10'] as const;

/** Measures suggestions on labelled queries, beside our baselines on the same queries in the same run. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    articles: { type: 'string', default: CONTENT },
    queries: { type: 'string', default: path.join(ROOT, 'tests/fixtures/retrieval/test.jsonl') },
    json: { type: 'boolean', default: false },
  });
  for (const given of [values.articles, values.queries]) {
    if (!existsSync(given)) throw new UsageError(`${given} is not there.`);
  }
  const report = await evaluate(values.articles, await readQueries(values.queries));
  console.log(values.json ? JSON.stringify(report, null, 2) : asText(report));
});

async function readQueries(file: string): Promise<LabelledQuery[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const queries = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [parseQuery(line)];
    } catch (error) {
      console.error(
        `${file}, line ${i + 1}, is skipped: ${error instanceof Error ? error.message : String(error)}`,
      );
      return [];
    }
  });
  if (queries.length === 0) throw new ProblemsFound(`${file} holds no query that can be used.`);
  return queries;
}

async function evaluate(folder: string, labelled: readonly LabelledQuery[]) {
  const articles = await loadArticles('public', folder);
  const known = new Set(articles.map(({ slug }) => slug));
  // A query about a problem that no article here covers has no right answer, and is no off-topic message either.
  const queries = labelled
    .filter(({ slugs }) => slugs.length === 0 || slugs.some((slug) => known.has(slug)))
    .map((query) => ({ ...query, slugs: query.slugs.filter((slug) => known.has(slug)) }));
  const embedder = await loadModel();
  const phrasings = await loadPhrasings(folder);
  const started = performance.now();
  const indexes = await indexArticles(articles, phrasings, embedder);
  const indexingMs = performance.now() - started;
  const now = (): number => performance.now();
  const ranked = await rankAll(queries, indexes, embedder, now);
  const crossing = await Promise.all(
    queries.map(
      async (query) =>
        (
          await rankAll(
            [query],
            indexes.filter(({ language }) => language !== query.language),
            embedder,
            now,
          )
        )[0]!,
    ),
  );
  const byEither = (pick: (ranked: Ranked) => readonly string[]) => ({
    byLanguage: qualityByLanguage(queries, ranked.map(pick)),
    crossLingual: rankingQuality(queries, crossing.map(pick)),
  });
  const latencies = ranked.map(({ latencyMs }) => latencyMs);
  const units = indexes.reduce((sum, index) => sum + index.units.length, 0);
  return {
    n: queries.length,
    notCovered: labelled.length - queries.length,
    ...byEither(({ fused }) => fused),
    byStyle: qualityByStyle(
      queries,
      ranked.map(({ fused }) => fused),
    ),
    abstention: {
      ...abstention(
        queries,
        ranked.map(({ probability }) => probability >= config.suggestions.threshold),
      ),
      threshold: config.suggestions.threshold,
      byLanguage: Object.fromEntries(
        LANGUAGES.map((language) => {
          const own = queries.flatMap((query, i) => (query.language === language ? [i] : []));
          const shown = own.map((i) => ranked[i]!.probability >= config.suggestions.threshold);
          return [
            language,
            abstention(
              own.map((i) => queries[i]!),
              shown,
            ),
          ];
        }),
      ),
    },
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    indexing: { units, unitsPerSecond: Math.round(units / (indexingMs / 1000)) },
    baselines: {
      bm25: byEither(({ bm25 }) => bm25),
      dense: byEither(({ dense }) => dense),
      rrf: byEither(({ rrf }) => rrf),
      pagefind: { byLanguage: qualityByLanguage(queries, await pagefindRankings(articles, queries)) },
    },
  };
}

function asText(report: Awaited<ReturnType<typeof evaluate>>): string {
  const percent = (value: number): string => (value * 100).toFixed(1).padStart(6);
  const row = (name: string, quality: RankingQuality): string => {
    const [low, high] = quality.interval['recall@1'];
    const interval = `[${(low * 100).toFixed(0)}–${(high * 100).toFixed(0)}]`.padStart(9);
    return `${name.padEnd(26)}${METRICS.map((metric) => percent(quality[metric]).padStart(10)).join('')}${interval}${String(quality.n).padStart(6)}`;
  };
  const table = (name: string, qualities: Record<string, RankingQuality>): string[] =>
    Object.entries(qualities).map(([key, quality]) => row(`${name} ${key}`.trim(), quality));
  const { abstention: silent } = report;
  return [
    `${''.padEnd(26)}${METRICS.map((metric) => metric.padStart(10)).join('')}${'R@1 95 %'.padStart(9)}${'n'.padStart(6)}`,
    ...table('', report.byLanguage),
    row('cross-lingual', report.crossLingual),
    ...table('style', report.byStyle),
    ...Object.entries(report.baselines).flatMap(([name, { byLanguage }]) => table(name, byLanguage)),
    ...Object.entries(silent.byLanguage).map(
      ([language, { offTopic, offTopicAnswered, answerable, answerableRefused }]) =>
        `${language}: off-topic answered ${percent(offTopicAnswered)} % of ${offTopic}, answerable refused ${percent(answerableRefused)} % of ${answerable}`,
    ),
    `${report.n} queries; ${report.notCovered} more ask for articles that are not here.`,
    `A query takes ${report.latencyMs.p50.toFixed(2)} ms (p95 ${report.latencyMs.p95.toFixed(2)}); indexing ${report.indexing.unitsPerSecond} units/s.`,
  ].join('\n');
}
