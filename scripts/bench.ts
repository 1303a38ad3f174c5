import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { LANGUAGES } from '../src/core/article/language.ts';
import { seededRandom } from '../src/core/random.ts';
import { percentile } from '../src/core/retrieval/evaluation/metrics.ts';
import { parseQuery, type LabelledQuery } from '../src/core/retrieval/evaluation/query.ts';
import type { Embedder } from '../src/core/retrieval/embedder.ts';
import { buildKnowledgeIndex, type KnowledgeIndex } from '../src/core/retrieval/knowledgeIndex.ts';
import { correctorFor } from '../src/core/retrieval/corrector.ts';
import { loadStaticModel } from '../src/core/retrieval/staticModel.ts';
import { unitsOf } from '../src/core/retrieval/unit.ts';
import { partsOfOurs, wholePaths, type Contestant } from './bench/contestants.ts';
import { syntheticArticles } from './bench/corpus.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { loadArticles, loadPhrasings } from './lib/articles.ts';
import { loadOffTopic, modelFolder, tunedModel } from './lib/models.ts';
import { folderAt } from './lib/folder.ts';
import { loadThroughTransformers } from './lib/transformersEmbedder.ts';
import { ROOT } from './lib/paths.ts';
import { loadPhrasebook, type PhrasebookLine } from './model/phrasebook.ts';

const USAGE = 'npm run bench -- [--passages 10000] [--queries <how many>] [--json]';
const SEED = 20_261_121;
/** Queries asked before the clock counts, so that the compiler has seen the hot loops. */
const WARM_UP = 60;
const NO_PHRASINGS = new Map<string, never>();

/** Measures how long a query and an index take, beside MiniSearch on the same texts and queries in the same run. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    passages: { type: 'string', default: '10000' },
    queries: { type: 'string', default: 'all' },
    json: { type: 'boolean', default: false },
  });
  const passages = countOf('passages', values.passages);
  const most = values.queries === 'all' ? Infinity : countOf('queries', values.queries);
  const report = await bench(passages, (await readQueries()).slice(0, most));
  console.log(values.json ? JSON.stringify(report, null, 2) : asText(report));
});

function countOf(name: string, value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} is "${value}", expected a number from 1.`);
}

async function readQueries(): Promise<LabelledQuery[]> {
  const file = path.join(ROOT, 'tests/fixtures/retrieval/test.jsonl');
  return (await readFile(file, 'utf8')).trim().split('\n').map(parseQuery);
}

async function bench(passages: number, queries: readonly LabelledQuery[]) {
  const [lines, offTopic] = await Promise.all([allLines(), loadOffTopic()]);
  const random = seededRandom(SEED);
  const corpora = LANGUAGES.map((language, i) => {
    const own = lines.filter(({ lang }) => (lang === 'zh') === (language === 'zh-CN'));
    const texts = own.map(({ text }) => text);
    // The first language gets what an odd number leaves over.
    const count = Math.floor((passages + LANGUAGES.length - 1 - i) / LANGUAGES.length);
    return { language, articles: syntheticArticles(texts, language, count, random) };
  });
  const build = async (embedder: Embedder): Promise<[KnowledgeIndex[], number]> => {
    const started = performance.now();
    const indexes: KnowledgeIndex[] = [];
    for (const { language, articles } of corpora)
      indexes.push(await buildKnowledgeIndex(language, articles, NO_PHRASINGS, embedder, offTopic));
    return [indexes, Math.round(passages / ((performance.now() - started) / 1000))];
  };
  // As a site serves it: half of the base's columns.
  const folder = modelFolder(await tunedModel(await loadArticles('public'), await loadPhrasings()));
  const embedder = await loadStaticModel(folderAt(folder).readFile);
  const [indexes, byTable] = await build(embedder);
  const [, byTransformers] = await build(await loadThroughTransformers(folder));
  const texts = corpora.flatMap(({ articles }) => unitsOf(articles, NO_PHRASINGS).map(({ text }) => text));
  const knowledge = { texts, indexes, embedder, correct: correctorFor(indexes, embedder.words) };
  return {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
    n: {
      passages,
      articles: corpora.reduce((sum, { articles }) => sum + articles.length, 0),
      units: texts.length,
      background: indexes.reduce((sum, { background }) => sum + (background?.scales.length ?? 0), 0),
      columns: embedder.dim,
      queries: queries.length,
    },
    queryMs: await timed(wholePaths(knowledge), queries),
    whereTimeGoesMs: await timed(partsOfOurs(knowledge), queries),
    indexing: { passagesPerSecond: { table: byTable, 'transformers.js': byTransformers } },
  };
}

async function allLines(): Promise<PhrasebookLine[]> {
  const { problems, heldOut, offTopic } = await loadPhrasebook();
  return [problems, heldOut, offTopic].flatMap((lines) => [...lines.values()].flat());
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
}

/** Asks every contestant every query, one after the other, so that a busy moment of the machine hits all alike. */
async function timed(
  contestants: Readonly<Record<string, Contestant>>,
  queries: readonly LabelledQuery[],
): Promise<Record<string, Times>> {
  const all = Object.entries(contestants).map(([name, ask]) => ({ name, ask, times: [] as number[] }));
  for (const query of queries.slice(0, WARM_UP)) for (const { ask } of all) await ask(query);
  for (const query of queries) {
    for (const { ask, times } of all) {
      const started = performance.now();
      await ask(query);
      times.push(performance.now() - started);
    }
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return Object.fromEntries(
    all.map(({ name, times }) => [
      name,
      { p50: percentile(times, 0.5), p95: percentile(times, 0.95), mean: mean(times) },
    ]),
  );
}

function asText({
  machine,
  n,
  queryMs,
  whereTimeGoesMs,
  indexing,
}: Awaited<ReturnType<typeof bench>>): string {
  const cell = (value: number): string => value.toFixed(2).padStart(9);
  const rows = (times: Readonly<Record<string, Times>>): string[] =>
    Object.entries(times).map(
      ([name, { p50, p95, mean }]) => `${name.padEnd(30)}${cell(p50)}${cell(p95)}${cell(mean)}`,
    );
  const { table, 'transformers.js': transformers } = indexing.passagesPerSecond;
  return [
    machine,
    `${n.passages} passages of ${n.articles} articles: ${n.units} units of ${n.columns} columns, and ${n.background} of background; ${n.queries} queries`,
    '',
    `${'ms a query'.padEnd(30)}${['p50', 'p95', 'mean'].map((name) => name.padStart(9)).join('')}`,
    ...rows(queryMs),
    '',
    'Where our time goes:',
    ...rows(whereTimeGoesMs),
    '',
    `Indexing: ${table} passages/s by the table, ${transformers} by transformers.js (n = ${n.passages}).`,
  ].join('\n');
}
