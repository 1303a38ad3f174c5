import type { Matrix } from './matrix.ts';
import type { SparseRows } from './sparseRows.ts';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** What Adam remembers between steps: all that a training needs to go on where it stopped, besides the table. */
export interface AdamState {
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Updates so far. */
  updates: number;
}

export function newAdamState(table: Matrix): AdamState {
  return {
    first: new Float32Array(table.values.length),
    second: new Float32Array(table.values.length),
    updates: 0,
  };
}

/**
 * One step of Adam (Kingma and Ba, 2015) in its lazy form: the moments of a row move only in steps that touch it, so
 * that a step costs what its texts cost, not what the vocabulary does.
 */
export function adamStep(table: Matrix, state: AdamState, gradient: SparseRows, learningRate: number): void {
  state.updates++;
  const { dim, values } = table;
  const { first, second, updates } = state;
  const rate = (learningRate * Math.sqrt(1 - BETA_2 ** updates)) / (1 - BETA_1 ** updates);
  for (const row of gradient.touched()) {
    for (let at = row * dim; at < (row + 1) * dim; at++) {
      const g = gradient.values[at]!;
      const m = (first[at]! = BETA_1 * first[at]! + (1 - BETA_1) * g);
      const v = (second[at]! = BETA_2 * second[at]! + (1 - BETA_2) * g * g);
      values[at]! -= (rate * m) / (Math.sqrt(v) + EPSILON);
    }
  }
}
