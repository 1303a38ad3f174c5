import { dot } from '../retrieval/vectors.ts';

export function meanOf(vectors: readonly Float32Array[], dim: number): Float32Array {
  const mean = new Float32Array(dim);
  for (const vector of vectors) for (let i = 0; i < dim; i++) mean[i]! += vector[i]! / vectors.length;
  return mean;
}

/** The mean cosine of two different vectors: of vectors freed from their mean about 0 for any, 1 for equal ones. */
export function meanPairCosine(vectors: readonly Float32Array[]): number {
  const count = vectors.length;
  if (count < 2) return 0;
  const sum = new Float32Array(vectors[0]!.length);
  let selves = 0;
  for (const vector of vectors) {
    const length = Math.sqrt(dot(vector, vector));
    if (length === 0) continue;
    selves++;
    for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]! / length;
  }
  return (dot(sum, sum) - selves) / (count * (count - 1));
}
