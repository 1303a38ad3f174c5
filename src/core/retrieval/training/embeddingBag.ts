import type { SparseRows } from './sparseRows.ts';

/** The trainable model: one row of `dim` floats a token; a text is the normalised mean of its tokens' rows. */
export interface EmbeddingTable {
  readonly dim: number;
  /** Row-major, `rows × dim`. */
  readonly values: Float32Array;
}

/** A text's unit vector, with what its gradient needs. */
export interface BagOutput {
  readonly tokens: readonly number[];
  readonly unit: Float32Array;
  /** Length of the mean before it was scaled to one. */
  readonly norm: number;
}

/** @param tokens at least one; row numbers of the table */
export function embedBag({ dim, values }: EmbeddingTable, tokens: readonly number[]): BagOutput {
  const unit = new Float32Array(dim);
  for (const token of tokens) {
    const offset = token * dim;
    for (let i = 0; i < dim; i++) unit[i]! += values[offset + i]!;
  }
  let square = 0;
  for (let i = 0; i < dim; i++) {
    unit[i]! /= tokens.length;
    square += unit[i]! * unit[i]!;
  }
  // A mean of zero has no direction; a tiny length keeps its gradient finite.
  const norm = Math.max(Math.sqrt(square), 1e-6);
  for (let i = 0; i < dim; i++) unit[i]! /= norm;
  return { tokens, unit, norm };
}

/**
 * Carries the gradient of a unit vector back to the rows of its tokens, and adds it there. With u = m/|m| and m the mean
 * of n rows, the gradient of each row is (g − (g·u)u) / (n|m|).
 */
export function backpropagateBag(output: BagOutput, gradient: Float32Array, into: SparseRows): void {
  const { tokens, unit, norm } = output;
  let along = 0;
  for (let i = 0; i < unit.length; i++) along += gradient[i]! * unit[i]!;
  const scale = 1 / (tokens.length * norm);
  const change = Float32Array.from(unit, (value, i) => (gradient[i]! - along * value) * scale);
  for (const token of tokens) {
    const row = into.row(token);
    for (let i = 0; i < change.length; i++) row[i]! += change[i]!;
  }
}
