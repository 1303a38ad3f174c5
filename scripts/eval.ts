import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Confusion } from '../src/core/retrieval/evaluation/confusion.ts';
import {
  qualityByLanguage,
  rankingQuality,
  type RankingQuality,
} from '../src/core/retrieval/evaluation/evaluate.ts';
import { measureSite, type SiteReport } from './eval/measureSite.ts';
import { pagefindRankings } from './eval/pagefindBaseline.ts';
import { readQueries } from './eval/readQueries.ts';
import { transformerRankings } from './eval/transformerBaseline.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { CONTENT, ROOT } from './lib/paths.ts';

const USAGE =
  'npm run eval -- [--articles <dir>] [--queries <file.jsonl>] [--json] ' +
  '[--transformer <model folder> [--query-prefix "query: "] [--passage-prefix "passage: "]]';
const CONFUSIONS_SHOWN = 10;
const METRICS = ['recall@1', 'recall@3', 'mrr@10', 'ndcg@10'] as const;

/** Measures suggestions on labelled queries, beside our baselines on the same queries in the same run. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    articles: { type: 'string', default: CONTENT },
    queries: { type: 'string', default: path.join(ROOT, 'tests/fixtures/retrieval/test.jsonl') },
    json: { type: 'boolean', default: false },
    transformer: { type: 'string' },
    'query-prefix': { type: 'string', default: '' },
    'passage-prefix': { type: 'string', default: '' },
  });
  for (const given of [values.articles, values.queries, values.transformer]) {
    if (given !== undefined && !existsSync(given)) throw new UsageError(`${given} is not there.`);
  }
  const site = await measureSite(values.articles, await readQueries(values.queries));
  const { articles, phrasings, queries, report: own } = site;
  const baselines: Record<string, Baseline> = {
    ...own.baselines,
    pagefind: { byLanguage: qualityByLanguage(queries, await pagefindRankings(articles, queries)) },
  };
  if (values.transformer !== undefined) {
    const settings = {
      queryPrefix: values['query-prefix'],
      passagePrefix: values['passage-prefix'],
      pooling: 'mean',
      dtype: existsSync(path.join(values.transformer, 'onnx/model_quantized.onnx')) ? 'q8' : 'fp32',
      maxTokens: 128,
    } as const;
    const model = { folder: values.transformer, settings };
    const { all, crossing } = await transformerRankings(model, articles, phrasings, queries);
    baselines['transformer'] = {
      byLanguage: qualityByLanguage(queries, all),
      crossLingual: rankingQuality(queries, crossing),
    };
  }
  const report = { ...own, baselines };
  console.log(values.json ? JSON.stringify(report, null, 2) : asText(report));
});

/** What a simpler way of ranking is worth on the same queries. */
interface Baseline {
  readonly byLanguage: Record<string, RankingQuality>;
  readonly crossLingual?: RankingQuality;
}

function asText(
  report: Omit<SiteReport, 'baselines'> & { readonly baselines: Record<string, Baseline> },
): string {
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
    row('en, with typing slips', report.typingSlips),
    ...Object.entries(report.baselines).flatMap(([name, { byLanguage }]) => table(name, byLanguage)),
    ...Object.entries(silent.byLanguage).map(
      ([language, { offTopic, offTopicAnswered, answerable, answerableRefused }]) =>
        `${language}: off-topic answered ${percent(offTopicAnswered)} % of ${offTopic}, answerable refused ${percent(answerableRefused)} % of ${answerable}`,
    ),
    ...confusionLines(report.confusions, report.n),
    `safety rules put ${report.urgent.n} articles first, ${report.urgent.right} of them the right one`,
    `${report.n} queries; ${report.notCovered} more ask for articles that are not here.`,
    `A query takes ${report.latencyMs.p50.toFixed(2)} ms (p95 ${report.latencyMs.p95.toFixed(2)}); indexing ${report.indexing.unitsPerSecond} units/s.`,
  ].join('\n');
}

/** The most confused pairs of articles, one a line. */
function confusionLines(confusions: readonly Confusion[], n: number): string[] {
  const wrong = confusions.reduce((sum, { queries }) => sum + queries.length, 0);
  const shown = confusions.slice(0, CONFUSIONS_SHOWN);
  return [
    `${wrong} of ${n} queries get another article first; the pairs most confused:`,
    ...shown.map(
      ({ expected, first, queries }) =>
        `  ${String(queries.length).padStart(3)}  ${expected} → ${first ?? 'nothing'}  (${queries.join(', ')})`,
    ),
  ];
}
