import type { EmbeddingTable } from './embeddingBag.ts';
import type { SparseRows } from './sparseRows.ts';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/**
 * Adam (Kingma and Ba, 2015) in its lazy form: moments of a row move only in steps that touch it, so that a step costs
 * what its texts cost, not what the vocabulary does.
 */
export class LazyAdam {
  readonly #table: EmbeddingTable;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  #step = 0;

  constructor(table: EmbeddingTable) {
    this.#table = table;
    this.#first = new Float32Array(table.values.length);
    this.#second = new Float32Array(table.values.length);
  }

  /** Changes the table by one step along the gradient. */
  update(gradient: SparseRows, learningRate: number): void {
    this.#step++;
    const { dim, values } = this.#table;
    const rate = (learningRate * Math.sqrt(1 - BETA_2 ** this.#step)) / (1 - BETA_1 ** this.#step);
    for (const [row, change] of gradient.entries()) {
      const offset = row * dim;
      for (let i = 0; i < dim; i++) {
        const at = offset + i;
        const g = change[i]!;
        const first = (this.#first[at]! = BETA_1 * this.#first[at]! + (1 - BETA_1) * g);
        const second = (this.#second[at]! = BETA_2 * this.#second[at]! + (1 - BETA_2) * g * g);
        values[at]! -= (rate * first) / (Math.sqrt(second) + EPSILON);
      }
    }
  }
}
