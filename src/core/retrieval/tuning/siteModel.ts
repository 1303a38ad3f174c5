import type { Article } from '../../article/article.ts';
import { LANGUAGES, type Language } from '../../article/language.ts';
import type { Phrasings } from '../../article/schema.ts';
import { shortHash } from '../../article/sourceHash.ts';
import { NO_BACKGROUND, parseBackground, type Background } from '../background.ts';
import { readModelConfig, readModelFile, type ReadFile } from '../modelConfig.ts';
import { modelFiles, readModelFolder } from '../modelFolder.ts';
import { staticOnnx } from '../onnx/staticOnnx.ts';
import { tokenizerOf } from '../staticModel.ts';
import { waysTo } from '../unit.ts';
import { dequantize, leadingColumns, quantize, TABLE_STEP } from '../vectors.ts';
import { forLanguages } from './crossValidation.ts';
import type { Folder } from './folder.ts';
import { tuneToSite, type SiteQuality, type TuningReport } from './tuneToSite.ts';

/** Changes with whatever makes another table of the same base and ways. */
const TUNING = 3;
/**
 * Leading columns that a site keeps of its base. Told apart are some dozens of problems, not all that people say: half of the
 * columns find them as well (MODEL_CARD.md), and cost a reader half of the bytes, of the model and of the index.
 */
const SITE_COLUMNS = 128;
const SEED = 1;

/** What to tune to: the texts by which people put each article's problem. */
export type SiteWays = readonly Readonly<Record<Language, readonly string[]>>[];

/** Titles, questions and phrasings of every article, in the order of slugs. */
export function waysOf(articles: readonly Article[], phrasings: ReadonlyMap<string, Phrasings>): SiteWays {
  const slugs = [...new Set(articles.map(({ slug }) => slug))].sort();
  return slugs.map((slug) =>
    forLanguages((language) => {
      const article = articles.find(
        (candidate) => candidate.slug === slug && candidate.language === language,
      );
      return waysTo(article, phrasings.get(slug), language);
    }),
  );
}

/** How a site's model came about; kept beside it. */
export interface SiteModelReport extends TuningReport {
  readonly articles: number;
  readonly texts: number;
}

/**
 * The model of a site: the base, tuned to its ways if that helps. Made once for the same base and ways.
 *
 * @param folderFor the folder that keeps the model of a key; it may be empty
 * @param print is told, in lines, how far the tuning is and what it did
 * @returns the key of the folder that holds the model, and what its tuning did
 * @throws ModelError if the base cannot be used
 */
export async function siteModel(
  base: ReadFile,
  ways: SiteWays,
  folderFor: (key: string) => Folder,
  print: (line: string) => void,
): Promise<{ readonly key: string; readonly report: SiteModelReport }> {
  const config = await readModelConfig(base);
  const key = `${config.id}-${shortHash(JSON.stringify([TUNING, config, ways]))}`;
  const folder = folderFor(key);
  const saved = await folder.readFile(REPORT).catch(() => undefined);
  // The report is written with the rest and last: where it is, the others are.
  if (saved) return { key, report: JSON.parse(new TextDecoder().decode(saved)) as SiteModelReport };
  print(`Tuning the model to ${ways.length} articles …`);
  const { files, report } = await tunedFiles(base, ways, (done, of) => {
    if (done % (of / 4) === 0) print(`  ${Math.round((100 * done) / of)} %`);
  });
  print(asLine(report));
  await folder.write(files.set(REPORT, new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)));
  return { key, report };
}

const REPORT = 'tuning.json';

async function tunedFiles(
  base: ReadFile,
  ways: SiteWays,
  onProgress: (done: number, of: number) => void,
): Promise<{ files: Map<string, Uint8Array>; report: SiteModelReport }> {
  const folder = await readModelFolder(base);
  const background = await readBackground(base);
  const tokenize = tokenizerOf(folder);
  const start = leadingColumns(folder.table, SITE_COLUMNS);
  const { dim, scales } = start;
  const { table, report } = await tuneToSite(
    { rows: scales.length, dim, values: dequantize(start) },
    ways.map((byLanguage) => forLanguages((language) => byLanguage[language].map(tokenize))),
    background.check.map(({ problem, lang, text }) => ({
      problem,
      isChinese: lang === 'zh',
      tokens: tokenize(text),
    })),
    {
      seed: SEED,
      background: [...background.offTopic, ...background.problems].map((texts) => texts.map(tokenize)),
      onProgress,
    },
  );
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.values.subarray(row * dim, (row + 1) * dim),
  );
  const shipped = report.helps ? quantize(rows, dim, TABLE_STEP) : start;
  const texts = ways.reduce(
    (sum, way) => sum + LANGUAGES.reduce((n, language) => n + way[language].length, 0),
    0,
  );
  return {
    files: modelFiles(folder, shipped, staticOnnx(shipped)),
    report: { ...report, articles: ways.length, texts },
  };
}

/** The base's background, or none if it has none. */
export async function readBackground(base: ReadFile): Promise<Background> {
  const config = await readModelConfig(base);
  return config.files['background.json']
    ? parseBackground(await readModelFile('background.json', base, config))
    : NO_BACKGROUND;
}

function asLine({ base, tuned, helps, texts }: SiteModelReport): string {
  const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
  const change = (pick: (quality: SiteQuality) => number): string =>
    `${percent(pick(base))} → ${percent(pick(tuned))}`;
  const rows = [
    ...LANGUAGES.map((language) => `${language} ${change(({ leftOut }) => leftOut.within[language])}`),
    `across ${change(({ leftOut }) => leftOut.across)}`,
    `other problems told apart ${change(({ general }) => general)}`,
  ].join(', ');
  const verdict = helps ? 'the tuned model is used' : 'tuning does not help: the base is used';
  return `  ${texts} texts; of those left out, found first: ${rows}; ${verdict}.`;
}
