import type { Random } from '../../src/core/random.ts';
import { seededRandom } from '../../src/core/random.ts';
import { dot } from '../../src/core/retrieval/vectors.ts';
import { embedBags, headOf, type Tokens } from '../../src/core/retrieval/training/embeddingBag.ts';
import type { Contrast } from '../../src/core/retrieval/training/infoNce.ts';
import type { Matrix } from '../../src/core/retrieval/training/matrix.ts';
import { problemBatches, type ProblemTexts } from '../../src/core/retrieval/training/problems.ts';
import { linearRate, train, type Batch } from '../../src/core/retrieval/training/train.ts';
import { sourceBatches, type PairSource } from './baseSources.ts';
import { loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { trainingProgress } from './progress.ts';

/** What both stages share. */
export interface StageOptions {
  readonly steps: number;
  readonly seed: number;
  readonly contrast: Contrast;
  /** Where checkpoints go. */
  readonly folder: string;
  readonly print: (line: string) => void;
}

/** Leading columns that must be a model by themselves, and what each counts for. */
const HEADS = [
  { dim: 256, weight: 1 },
  { dim: 128, weight: 0.5 },
  { dim: 64, weight: 0.3 },
];
const CHECKPOINT_EVERY = 500;
const BASE = { batch: 1024, rate: 0.02, warmUp: 200, temperature: 0.05, spread: 0.05 };
const PROBLEMS = { batch: 256, rate: 0.004, temperature: 0.07, generalShare: 0.35, generalBatch: 512 };
const NEIGHBOURS = { count: 7, everySteps: 250 };

/** A table of small random numbers (normal, by Box and Muller). */
export function randomTable(rows: number, dim: number, seed: number): Matrix {
  const random = seededRandom(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) * BASE.spread;
  return { rows, dim, values: Float32Array.from({ length: rows * dim }, normal) };
}

/** The first stage: what words mean, from general text. Goes on from the folder's checkpoint if there is one. */
export async function trainBase(
  fresh: Matrix,
  sources: readonly PairSource[],
  options: StageOptions,
): Promise<Matrix> {
  const { steps, seed, contrast, folder, print } = options;
  const saved = await loadCheckpoint(folder, fresh.rows, fresh.dim);
  if (saved) print(`Going on from step ${saved.step}.`);
  const table = saved?.table ?? fresh;
  const progress = trainingProgress('base', steps, 100, print);
  let adam = saved?.adam;
  await train(table, {
    steps,
    temperature: BASE.temperature,
    heads: HEADS.filter(({ dim }) => dim <= table.dim),
    contrast,
    learningRate: linearRate(BASE.rate, steps, BASE.warmUp),
    batch: sourceBatches(sources, BASE.batch, seed),
    ...(saved && { from: saved }),
    onStep: async (step, source, loss, state) => {
      adam = state;
      progress(step, source, loss, BASE.batch);
      if (step % CHECKPOINT_EVERY === 0 || step === steps)
        await saveCheckpoint(folder, { step, table, adam });
    },
  });
  return table;
}

/** The last stage: people's problems, in place, with enough general text among them that nothing is forgotten. */
export async function trainProblems(
  table: Matrix,
  problems: readonly ProblemTexts[],
  sources: readonly PairSource[],
  { steps, seed, contrast, print }: Omit<StageOptions, 'folder'>,
): Promise<void> {
  const random = seededRandom(seed);
  const general = sourceBatches(sources, PROBLEMS.generalBatch, seed + 1);
  const progress = trainingProgress('problems', steps, 100, print);
  let drawProblems: () => Batch = problemBatches(problems, PROBLEMS.batch, random);
  await train(table, {
    steps,
    temperature: PROBLEMS.temperature,
    heads: HEADS.filter(({ dim }) => dim <= table.dim),
    contrast,
    learningRate: linearRate(PROBLEMS.rate, steps),
    batch: (step) => {
      if (step % NEIGHBOURS.everySteps === 0 && step > 0) {
        drawProblems = problemBatches(
          problems,
          PROBLEMS.batch,
          random,
          neighboursOf(table, problems, random),
        );
      }
      return random() < PROBLEMS.generalShare ? general(step) : drawProblems();
    },
    onStep: (step, source, loss) => progress(step, source, loss, PROBLEMS.batch),
  });
}

/** The problems nearest to each, by the mean of a few of their texts as the table sees them now. */
function neighboursOf(table: Matrix, problems: readonly ProblemTexts[], random: Random): number[][] {
  const { dim } = table;
  const centres = problems.map((texts) => {
    const some: Tokens[] = texts.filter(() => random() < 0.5);
    const { units } = headOf(embedBags(table, some.length > 0 ? some : texts), dim);
    const mean = new Float32Array(dim);
    units.values.forEach((value, i) => (mean[i % dim]! += value / units.rows));
    return mean;
  });
  return centres.map((centre, i) =>
    centres
      .map((other, j) => ({ j, cosine: i === j ? -Infinity : dot(centre, other) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, NEIGHBOURS.count)
      .map(({ j }) => j),
  );
}
