import { zeros, type Matrix } from './matrix.ts';

/** Loss of a batch, and its gradient for each vector of both sides. */
export interface ContrastiveLoss {
  /** Mean over the batch and both directions, in nats. */
  readonly loss: number;
  readonly left: Matrix;
  readonly right: Matrix;
}

/**
 * Contrasts two sides of a batch: row i of one belongs to row i of the other. Passed in, because a batch of a thousand
 * wants an optimised matrix product, and one of sixty does not.
 * @param temperature divides the cosines; smaller is sharper
 */
export type Contrast = (left: Matrix, right: Matrix, temperature: number) => Promise<ContrastiveLoss>;

/**
 * Symmetric InfoNCE (van den Oord et al., "Representation learning with contrastive predictive coding", 2018; symmetric as
 * in CLIP): each left vector should be nearer to its own right vector than to any other of the batch, and the reverse.
 */
export function infoNce(left: Matrix, right: Matrix, temperature: number): ContrastiveLoss {
  const { rows: n, dim } = left;
  const logits = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < dim; k++) sum += left.values[i * dim + k]! * right.values[j * dim + k]!;
      logits[i * n + j] = sum / temperature;
    }
  }
  const byRow = softmax(logits, n, n, 1);
  const byColumn = softmax(logits, n, 1, n);
  const gradients = { left: zeros(n, dim), right: zeros(n, dim) };
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const own = i * n + i;
    loss -= (Math.log(byRow[own]! + 1e-12) + Math.log(byColumn[own]! + 1e-12)) / (2 * n);
    for (let j = 0; j < n; j++) {
      // Gradient for a logit: softmax minus identity, averaged over both directions.
      const at = i * n + j;
      const factor = (byRow[at]! + byColumn[at]! - (i === j ? 2 : 0)) / (2 * n * temperature);
      for (let k = 0; k < dim; k++) {
        gradients.left.values[i * dim + k]! += factor * right.values[j * dim + k]!;
        gradients.right.values[j * dim + k]! += factor * left.values[i * dim + k]!;
      }
    }
  }
  return { loss, ...gradients };
}

/** Softmax along lines of n numbers: line l starts at l × `line` and steps by `step`. */
function softmax(logits: Float64Array, n: number, line: number, step: number): Float64Array {
  const shares = new Float64Array(n * n);
  for (let l = 0; l < n; l++) {
    let largest = -Infinity;
    let sum = 0;
    for (let i = 0; i < n; i++) largest = Math.max(largest, logits[l * line + i * step]!);
    for (let i = 0; i < n; i++) {
      const at = l * line + i * step;
      sum += shares[at] = Math.exp(logits[at]! - largest);
    }
    for (let i = 0; i < n; i++) shares[l * line + i * step]! /= sum;
  }
  return shares;
}
