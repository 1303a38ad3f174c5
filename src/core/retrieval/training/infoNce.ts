/** Loss of a batch, and its gradient for each vector of both sides. */
export interface ContrastiveLoss {
  /** Mean over the batch and both directions, in nats. */
  readonly loss: number;
  readonly left: Float32Array[];
  readonly right: Float32Array[];
}

/**
 * Symmetric InfoNCE (van den Oord et al., "Representation learning with contrastive predictive coding", 2018; symmetric as
 * in CLIP): each left vector should be nearer to its own right vector than to any other of the batch, and the reverse.
 *
 * @param left unit vectors, n of them
 * @param right unit vectors; `right[i]` belongs to `left[i]`
 * @param temperature divides the cosines; smaller is sharper
 */
export function infoNce(
  left: readonly Float32Array[],
  right: readonly Float32Array[],
  temperature: number,
): ContrastiveLoss {
  const n = left.length;
  const logits = left.map((a) => Float64Array.from(right, (b) => inner(a, b) / temperature));
  // Gradient of the loss for each logit: softmax minus identity, averaged over both directions.
  const gradient = logits.map(() => new Float64Array(n));
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const byRow = softmax(logits[i]!);
    const byColumn = softmax(Float64Array.from(logits, (row) => row[i]!));
    loss -= (Math.log(byRow[i]! + 1e-12) + Math.log(byColumn[i]! + 1e-12)) / (2 * n);
    for (let j = 0; j < n; j++) {
      const own = i === j ? 1 : 0;
      gradient[i]![j]! += (byRow[j]! - own) / (2 * n);
      gradient[j]![i]! += (byColumn[j]! - own) / (2 * n);
    }
  }
  const combine = (
    vectors: readonly Float32Array[],
    weight: (i: number, j: number) => number,
  ): Float32Array[] =>
    vectors.map((vector, i) => {
      const sum = new Float32Array(vector.length);
      const others = vectors === left ? right : left;
      others.forEach((other, j) => {
        const factor = weight(i, j) / temperature;
        if (Math.abs(factor) < 1e-9) return;
        for (let k = 0; k < sum.length; k++) sum[k]! += factor * other[k]!;
      });
      return sum;
    });
  return {
    loss,
    left: combine(left, (i, j) => gradient[i]![j]!),
    right: combine(right, (j, i) => gradient[i]![j]!),
  };
}

function inner(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function softmax(logits: Float64Array): Float64Array {
  const largest = logits.reduce((max, value) => Math.max(max, value), -Infinity);
  const exponentials = logits.map((value) => Math.exp(value - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}
