import { LazyAdam } from './adam.ts';
import { backpropagateBag, embedBag, type EmbeddingTable } from './embeddingBag.ts';
import { infoNce } from './infoNce.ts';
import type { Random } from '../../random.ts';
import { SparseRows } from './sparseRows.ts';

/** Texts that mean the same problem, each as token numbers; whatever their languages. */
export type ProblemTexts = readonly (readonly number[])[];

export interface TuneOptions {
  readonly steps: number;
  /** Problems in a batch, one pair of texts each; all of them if there are fewer. */
  readonly batch: number;
  /** At the first step; it falls to zero in a straight line. */
  readonly learningRate: number;
  readonly temperature: number;
  /** Uniform numbers in [0, 1). The same sequence gives the same table. */
  readonly random: Random;
  /** Called after every step; for a progress line. */
  readonly onStep?: (step: number, loss: number) => void;
}

/**
 * Teaches a table, in place, to bring texts of one problem together and to keep problems apart: each step draws a pair of
 * texts for each problem of a batch, and contrasts the pairs.
 *
 * @param problems those with fewer than two texts are left out
 */
export function tune(table: EmbeddingTable, problems: readonly ProblemTexts[], options: TuneOptions): void {
  const usable = problems
    .map((texts) => texts.filter((tokens) => tokens.length > 0))
    .filter((texts) => texts.length >= 2);
  if (usable.length < 2) return;
  const { steps, batch, learningRate, temperature, random, onStep } = options;
  const adam = new LazyAdam(table);
  for (let step = 0; step < steps; step++) {
    const pairs = sample(usable, Math.min(batch, usable.length), random).map((texts) =>
      sample(texts, 2, random),
    );
    const left = pairs.map(([tokens]) => embedBag(table, tokens!));
    const right = pairs.map(([, tokens]) => embedBag(table, tokens!));
    const loss = infoNce(
      left.map(({ unit }) => unit),
      right.map(({ unit }) => unit),
      temperature,
    );
    const gradient = new SparseRows(table.dim);
    left.forEach((output, i) => backpropagateBag(output, loss.left[i]!, gradient));
    right.forEach((output, i) => backpropagateBag(output, loss.right[i]!, gradient));
    adam.update(gradient, learningRate * (1 - step / steps));
    onStep?.(step + 1, loss.loss);
  }
}

/** `count` different elements, by the first steps of a Fisher–Yates shuffle. */
function sample<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const pool = [...items];
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.slice(0, count);
}
