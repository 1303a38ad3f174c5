/** The inner product of a stretch of one array with a stretch of another. */
export function dotAt(a: Float32Array, atA: number, b: Float32Array, atB: number, length: number): number {
  // Declared one by one: the engine keeps numbers that were destructured in memory, at a third of the speed.
  let even = 0;
  let odd = 0;
  const end = atA + length;
  let i = atA;
  let j = atB;
  for (; i + 1 < end; i += 2, j += 2) {
    even += a[i]! * b[j]!;
    odd += a[i + 1]! * b[j + 1]!;
  }
  if (i < end) even += a[i]! * b[j]!;
  return even + odd;
}
