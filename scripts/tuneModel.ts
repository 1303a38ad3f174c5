import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { config } from '../src/config.ts';
import { detectLanguage, LANGUAGES, type Language } from '../src/core/article/language.ts';
import { share, type Share } from '../src/core/retrieval/evaluation/metrics.ts';
import { readModelFolder } from '../src/core/retrieval/modelFolder.ts';
import { tokenizerOf } from '../src/core/retrieval/staticModel.ts';
import type { Matrix } from '../src/core/retrieval/training/matrix.ts';
import {
  forLanguages,
  leaveOut,
  leftOutHits,
  type ArticleWays,
  type Hits,
} from '../src/core/retrieval/tuning/crossValidation.ts';
import { readBackground, waysOf } from '../src/core/retrieval/tuning/siteModel.ts';
import { generalQuality, tunedTable } from '../src/core/retrieval/tuning/tuneToSite.ts';
import { dequantize, quantize, TABLE_STEP } from '../src/core/retrieval/vectors.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { loadArticles, loadPhrasings } from './lib/articles.ts';
import { MODELS } from './lib/paths.ts';
import { writeModelFolder } from './model/writeModelFolder.ts';

const USAGE =
  'npm run model:tune -- --pairs <pairs.jsonl> [--base <model folder>] [--out <model folder>] [--tolerance 0.01] [--seed 1]';
const lineSchema = z.object({ query: z.string().min(1), slug: z.string().min(1) });
type PairLine = z.infer<typeof lineSchema>;

/** Teaches the base model labelled pairs, for example tickets whose replies linked an article; refuses to make it worse. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    pairs: { type: 'string' },
    base: { type: 'string', default: path.join(MODELS, config.model) },
    out: { type: 'string', default: path.join(MODELS, config.model) },
    tolerance: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: '1' },
  });
  const [tolerance, seed] = [Number(values.tolerance), Number(values.seed)];
  if (values.pairs === undefined || !existsSync(values.pairs)) throw new UsageError('Which pairs?');
  if (!(tolerance >= 0 && tolerance < 1))
    throw new UsageError('--tolerance is a fraction of one, such as 0.01.');
  if (!Number.isInteger(seed)) throw new UsageError('--seed is a whole number.');

  const read = (name: string) => readFile(path.join(values.base, name));
  const folder = await readModelFolder(read);
  const tokenize = tokenizerOf(folder);
  const { dim, scales } = folder.table;
  const base: Matrix = { rows: scales.length, dim, values: dequantize(folder.table) };
  const pairs = await readPairs(values.pairs);
  const site = waysOf(await loadArticles('public'), await loadPhrasings());
  const slugs = [...new Set((await loadArticles('public')).map(({ slug }) => slug))].sort();
  const known = pairs.filter(({ slug }) => slugs.includes(slug));
  if (known.length < pairs.length)
    console.log(`${pairs.length - known.length} pairs name no public article: skipped.`);
  const taught = waysOfPairs(known, slugs, tokenize);
  const { learned, asked } = leaveOut(taught);
  const own: ArticleWays = site.map((ways) => forLanguages((language) => ways[language].map(tokenize)));
  const together = (extra: ArticleWays): ArticleWays =>
    own.map((ways, i) => forLanguages((language) => [...ways[language], ...extra[i]![language]]));

  const background = await readBackground(read);
  const check = background.check.map(({ problem, lang, text }) => ({
    problem,
    isChinese: lang === 'zh',
    tokens: tokenize(text),
  }));
  const apart = [...background.offTopic, ...background.problems].map((texts) => texts.map(tokenize));
  const options = { seed, background: apart };
  console.log(
    `${known.length} pairs for ${slugs.length} articles; every fourth of an article is kept to measure on.`,
  );
  const trial = await tunedTable(base, together(learned), options);
  const isWorse = [
    ...compare(leftOutHits(base, own, asked), leftOutHits(trial, own, asked), tolerance),
    isDrop('other problems told apart', generalQuality(base, check), generalQuality(trial, check), tolerance),
  ].some(Boolean);
  if (isWorse) throw new ProblemsFound(`Not written: worse by more than ${tolerance} in a line above.`);
  const table = await tunedTable(base, together(taught), options);
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.values.subarray(row * dim, (row + 1) * dim),
  );
  const kept = folder.config.files['background.json'] ? await read('background.json') : undefined;
  await writeModelFolder(values.out, folder, quantize(rows, dim, TABLE_STEP), kept);
  console.log(`Written to ${values.out}.`);
});

async function readPairs(file: string): Promise<PairLine[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const pairs = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [lineSchema.parse(JSON.parse(line))];
    } catch {
      console.error(`${file}, line ${i + 1}, is skipped: expected {"query","slug"}.`);
      return [];
    }
  });
  if (pairs.length === 0) throw new ProblemsFound(`${file} holds no pair that can be used.`);
  return pairs;
}

function waysOfPairs(
  pairs: readonly PairLine[],
  slugs: readonly string[],
  tokenize: (text: string) => number[],
): ArticleWays {
  const languageOf = (text: string): Language => (detectLanguage(text) === 'zh-CN' ? 'zh-CN' : 'en');
  return slugs.map((slug) =>
    forLanguages((language) =>
      pairs
        .filter((pair) => pair.slug === slug && languageOf(pair.query) === language)
        .map(({ query }) => tokenize(query)),
    ),
  );
}

/** Prints recall before and after, with 95 % intervals. @returns for each line whether it dropped too far */
function compare(before: Hits, after: Hits, tolerance: number): boolean[] {
  const rows = [
    ...LANGUAGES.map((language) => [language, before.within[language], after.within[language]] as const),
    ['across languages', before.across, after.across] as const,
  ];
  return rows
    .filter(([, hits]) => hits.length > 0)
    .map(([name, old, next]) => {
      const [from, to] = [old, next].map((hits) => share(hits.filter(Boolean).length, hits.length)) as [
        Share,
        Share,
      ];
      console.log(`${name}: recall@1 ${interval(from)} → ${interval(to)}, n ${from.n}`);
      return to.value < from.value - tolerance;
    });
}

function isDrop(name: string, before: number, after: number, tolerance: number): boolean {
  if (Number.isNaN(before)) return false;
  console.log(`${name}: AUC ${before.toFixed(3)} → ${after.toFixed(3)}`);
  return after < before - tolerance;
}

function interval({ value, low, high }: Share): string {
  return `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}
