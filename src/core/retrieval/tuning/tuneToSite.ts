import { LANGUAGES } from '../../article/language.ts';
import { seededRandom } from '../../random.ts';
import { problemSeparation } from '../evaluation/modelQuality.ts';
import { embedBags, headOf, type Tokens } from '../training/embeddingBag.ts';
import { infoNce } from '../training/infoNce.ts';
import type { Matrix } from '../training/matrix.ts';
import { problemBatches, type ProblemTexts } from '../training/problems.ts';
import { linearRate, train } from '../training/train.ts';
import { leaveOut, leftOutRecall, type ArticleWays, type LeftOutRecall } from './crossValidation.ts';

/** Texts of problems that a site has nothing to do with: tuning must not forget them. */
export type CheckSet = readonly {
  readonly problem: string;
  readonly isChinese: boolean;
  readonly tokens: Tokens;
}[];

/** What a table is worth to a site. */
export interface SiteQuality {
  readonly leftOut: LeftOutRecall;
  /** How well problems of the check set are told apart: area under the curve, the mean of within and across languages. */
  readonly general: number;
}

/** What tuning did, measured on ways it had not learned. */
export interface TuningReport {
  readonly base: SiteQuality;
  readonly tuned: SiteQuality;
  readonly helps: boolean;
}

/** What a tuned table may lose before it is refused. */
export interface Tolerance {
  /** Recall in a language or across, as a fraction of one. */
  readonly recall: number;
  /** Area under the curve of the check set. */
  readonly general: number;
}

export const TOLERANCE: Tolerance = { recall: 0.01, general: 0.01 };

const STEPS = 800;
const RATE = 0.008;
const TEMPERATURE = 0.07;
/** Articles in a step; a site with more takes turns. */
const BATCH = 96;

export interface TuneOptions {
  readonly seed: number;
  /** Problems of the background that are kept apart from the articles while they are learned. */
  readonly background: readonly ProblemTexts[];
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Tunes a table to the ways people put a site's problems, and measures on ways left out whether that helps. Deterministic.
 * @returns the tuned table, or the base itself if tuning does not help, and the report
 */
export async function tuneToSite(
  base: Matrix,
  ways: ArticleWays,
  checkSet: CheckSet,
  options: TuneOptions,
): Promise<{ readonly table: Matrix; readonly report: TuningReport }> {
  const { learned, asked } = leaveOut(ways);
  const steps = 2 * STEPS;
  const trial = await tunedTable(base, learned, {
    ...options,
    onProgress: (done) => options.onProgress?.(done, steps),
  });
  const qualityOf = (table: Matrix): SiteQuality => ({
    leftOut: leftOutRecall(table, learned, asked),
    general: generalQuality(table, checkSet),
  });
  const [before, after] = [qualityOf(base), qualityOf(trial)];
  const report = { base: before, tuned: after, helps: isBetter(before, after, TOLERANCE) };
  if (!report.helps) return { table: base, report };
  const table = await tunedTable(base, ways, {
    ...options,
    onProgress: (done) => options.onProgress?.(STEPS + done, steps),
  });
  return { table, report };
}

/** Better on the whole, and nowhere worse beyond what is tolerated. */
export function isBetter(before: SiteQuality, after: SiteQuality, tolerance: Tolerance): boolean {
  const gains = [
    ...LANGUAGES.map((language) => after.leftOut.within[language] - before.leftOut.within[language]),
    after.leftOut.across - before.leftOut.across,
  ];
  return (
    gains.reduce((sum, gain) => sum + gain, 0) > 0 &&
    gains.every((gain) => gain >= -tolerance.recall) &&
    after.general >= before.general - tolerance.general
  );
}

export function generalQuality(table: Matrix, checkSet: CheckSet): number {
  const { units } = headOf(
    embedBags(
      table,
      checkSet.map(({ tokens }) => tokens),
    ),
    table.dim,
  );
  const { oneLanguage, acrossLanguages } = problemSeparation(
    checkSet.map(({ problem, isChinese }, i) => ({
      problem,
      isChinese,
      vector: units.values.subarray(i * table.dim, (i + 1) * table.dim),
    })),
  );
  return (oneLanguage + acrossLanguages) / 2;
}

/** The base, a copy of it, taught the ways. Deterministic. */
export async function tunedTable(base: Matrix, ways: ArticleWays, options: TuneOptions): Promise<Matrix> {
  const table = { ...base, values: base.values.slice() };
  const problems = ways.map((byLanguage) => LANGUAGES.flatMap((language) => byLanguage[language]));
  const random = seededRandom(options.seed);
  const own = problemBatches(problems, BATCH, random);
  const other = problemBatches(options.background, BATCH / 2, random);
  await train(table, {
    steps: STEPS,
    temperature: TEMPERATURE,
    heads: [{ dim: base.dim, weight: 1 }],
    contrast: (left, right, temperature) => Promise.resolve(infoNce(left, right, temperature)),
    learningRate: linearRate(RATE, STEPS),
    batch: () => ({ source: 'site', pairs: [...own().pairs, ...other().pairs] }),
    onStep: (step) => options.onProgress?.(step, STEPS),
  });
  return table;
}
