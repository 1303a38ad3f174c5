import type { Random } from '../../random.ts';
import { adamStep, newAdamState, type AdamState } from './adam.ts';
import { backpropagateBags, backpropagateHead, embedBags, headOf, type Tokens } from './embeddingBag.ts';
import type { Contrast } from './infoNce.ts';
import { zeros, type Matrix } from './matrix.ts';
import { SparseRows } from './sparseRows.ts';

/** Two texts that mean the same. */
export type Pair = readonly [Tokens, Tokens];

/** One step's pairs, each of which is contrasted with all others. */
export interface Batch {
  /** Where the pairs come from; for the progress line. */
  readonly source: string;
  readonly pairs: readonly Pair[];
}

export interface TrainOptions {
  readonly steps: number;
  readonly batch: (step: number) => Batch;
  readonly learningRate: (step: number) => number;
  readonly temperature: number;
  /**
   * Leading columns that must be a model by themselves, and what each counts for (Kusupati et al., "Matryoshka
   * representation learning", 2022).
   */
  readonly heads: readonly { readonly dim: number; readonly weight: number }[];
  readonly contrast: Contrast;
  /** Called after every step. May save the table and Adam's state, which change with the next step. */
  readonly onStep?: (step: number, source: string, loss: number, adam: AdamState) => Promise<void> | void;
  /** Steps already made, when a training goes on. */
  readonly from?: { readonly step: number; readonly adam: AdamState };
}

/** A rate that rises over `warmUp` steps and then falls to zero in a straight line. */
export function linearRate(peak: number, steps: number, warmUp = 0): (step: number) => number {
  return (step) =>
    peak * Math.min((step + 1) / (warmUp + 1), (steps - step) / Math.max(1, steps - warmUp), 1);
}

/** Trains a table of token vectors, in place: the two texts of a pair together, the pairs of a batch apart. */
export async function train(table: Matrix, options: TrainOptions): Promise<void> {
  const { steps, temperature, heads, contrast, from } = options;
  const adam = from?.adam ?? newAdamState(table);
  const gradient = new SparseRows(table.rows, table.dim);
  for (let step = from?.step ?? 0; step < steps; step++) {
    const { source, pairs } = options.batch(step);
    const sides = [0, 1].map((side) => pairs.map((pair) => pair[side]!));
    const means = sides.map((texts) => embedBags(table, texts));
    const changes = means.map(({ rows, dim }) => zeros(rows, dim));
    let loss = 0;
    for (const { dim, weight } of heads) {
      const [left, right] = means.map((side) => headOf(side, dim));
      const contrasted = await contrast(left!.units, right!.units, temperature);
      backpropagateHead(left!, contrasted.left, weight, changes[0]!);
      backpropagateHead(right!, contrasted.right, weight, changes[1]!);
      loss += weight * contrasted.loss;
    }
    sides.forEach((texts, side) => backpropagateBags(texts, changes[side]!, gradient));
    adamStep(table, adam, gradient, options.learningRate(step));
    gradient.clear();
    await options.onStep?.(step + 1, source, loss, adam);
  }
}

/** `count` different elements, by the first steps of a Fisher–Yates shuffle. */
export function sample<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const pool = [...items];
  const taken = Math.min(count, pool.length);
  for (let i = 0; i < taken; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.slice(0, taken);
}
