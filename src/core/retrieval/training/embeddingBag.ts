import { zeros, type Matrix } from './matrix.ts';
import type { SparseRows } from './sparseRows.ts';

/** A text as the numbers of its tokens: rows of the table. Typed arrays too, since a corpus is millions of them. */
export type Tokens = ArrayLike<number>;

/** The mean of each text's rows; zero for a text without tokens. The table is a matrix of one row a token. */
export function embedBags(table: Matrix, texts: readonly Tokens[]): Matrix {
  const { dim, values } = table;
  const means = zeros(texts.length, dim);
  texts.forEach((tokens, text) => {
    const at = text * dim;
    for (let t = 0; t < tokens.length; t++) {
      const from = tokens[t]! * dim;
      for (let i = 0; i < dim; i++) means.values[at + i]! += values[from + i]!;
    }
    for (let i = 0; i < dim; i++) means.values[at + i]! /= Math.max(1, tokens.length);
  });
  return means;
}

/** Carries the gradient of the means back to the rows of their tokens, and adds it there. */
export function backpropagateBags(texts: readonly Tokens[], gradient: Matrix, into: SparseRows): void {
  const { dim, values } = gradient;
  texts.forEach((tokens, text) => {
    const from = text * dim;
    const share = 1 / Math.max(1, tokens.length);
    for (let t = 0; t < tokens.length; t++) {
      const at = into.offset(tokens[t]!);
      for (let i = 0; i < dim; i++) into.values[at + i]! += share * values[from + i]!;
    }
  });
}

/** The first `dim` columns of each mean, at length one, with the lengths they had. */
export interface Head {
  readonly units: Matrix;
  readonly norms: Float32Array;
}

/** A mean of zero has no direction; a tiny length keeps its gradient finite. */
const SHORTEST = 1e-6;

export function headOf(means: Matrix, dim: number): Head {
  const units = zeros(means.rows, dim);
  const norms = new Float32Array(means.rows);
  for (let row = 0; row < means.rows; row++) {
    const from = row * means.dim;
    let square = 0;
    for (let i = 0; i < dim; i++) square += means.values[from + i]! ** 2;
    const norm = Math.max(Math.sqrt(square), SHORTEST);
    norms[row] = norm;
    for (let i = 0; i < dim; i++) units.values[row * dim + i] = means.values[from + i]! / norm;
  }
  return { units, norms };
}

/** With u = m/|m|, the gradient of m is (g − (g·u)u)/|m|; it is added to the leading columns of `into`, times `weight`. */
export function backpropagateHead(
  { units, norms }: Head,
  gradient: Matrix,
  weight: number,
  into: Matrix,
): void {
  const { dim, rows } = units;
  for (let row = 0; row < rows; row++) {
    const from = row * dim;
    let along = 0;
    for (let i = 0; i < dim; i++) along += gradient.values[from + i]! * units.values[from + i]!;
    const scale = weight / norms[row]!;
    const at = row * into.dim;
    for (let i = 0; i < dim; i++) {
      into.values[at + i]! += scale * (gradient.values[from + i]! - along * units.values[from + i]!);
    }
  }
}
