export { dotRows, dotRowsExactly } from './dotRows.ts';

/** Many vectors of one length as signed bytes with one scale each: row r, column c is `bytes[r*dim+c]*scales[r]`. */
export interface QuantizedVectors {
  readonly dim: number;
  readonly scales: Float32Array;
  readonly bytes: Int8Array;
}

/**
 * Step of a shipped table, in standard deviations of a row: costs at most a hundredth of recall, and of 6 MB 2.4 are left
 * once compressed (MODEL_CARD.md).
 */
export const TABLE_STEP = 0.6;

/** The same for what no article answers: thousands of vectors of which only the nearest three count. */
export const BACKGROUND_STEP = 1;

/** Step of an index's vectors: recall stays what it is, and two thirds of the bytes are saved once compressed. */
export const INDEX_STEP = 0.5;

/** Scales a vector to length 1, in place; a zero vector stays zero. */
export function normalize(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return vector;
  const factor = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
  return vector;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Symmetric int8 quantisation, one scale a row; the error of a value is at most half its row's scale.
 * @param step width of a step in standard deviations of the row. By default the widest that a byte can hold; a coarse
 *   step loses little of a vector and most of its bytes, once they are compressed.
 */
export function quantize(vectors: readonly Float32Array[], dim: number, step?: number): QuantizedVectors {
  const bytes = new Int8Array(vectors.length * dim);
  const scales = new Float32Array(vectors.length);
  for (const [row, vector] of vectors.entries()) {
    // Loops: a call for each value would be ten times as long, and mining packs millions of vectors.
    let [largest, squares] = [0, 0];
    for (let i = 0; i < vector.length; i++) {
      const value = vector[i]!;
      largest = Math.max(largest, Math.abs(value));
      squares += value * value;
    }
    const deviation = Math.sqrt(squares / dim);
    const scale = roundedUp(Math.max(largest / 127, (step ?? 0) * deviation));
    scales[row] = scale;
    if (scale === 0) continue;
    for (let i = 0; i < dim; i++) bytes[row * dim + i] = Math.round(vector[i]! / scale);
  }
  return { dim, scales, bytes };
}

/** To eight significant bits, which compress well; up, so that the largest value still fits. */
function roundedUp(scale: number): number {
  if (scale === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(scale)) - 7);
  return Math.ceil(scale / unit) * unit;
}

/** The rows of one after those of the other; both have the same length. */
export function joinVectors(a: QuantizedVectors, b: QuantizedVectors): QuantizedVectors {
  const scales = new Float32Array(a.scales.length + b.scales.length);
  const bytes = new Int8Array(a.bytes.length + b.bytes.length);
  scales.set(a.scales);
  scales.set(b.scales, a.scales.length);
  bytes.set(a.bytes);
  bytes.set(b.bytes, a.bytes.length);
  return { dim: a.dim, scales, bytes };
}

/** The first columns of every row; all of them where there are no more. */
export function leadingColumns({ dim, scales, bytes }: QuantizedVectors, columns: number): QuantizedVectors {
  if (columns >= dim) return { dim, scales, bytes };
  const kept = new Int8Array(scales.length * columns);
  for (let row = 0; row < scales.length; row++)
    kept.set(bytes.subarray(row * dim, row * dim + columns), row * columns);
  return { dim: columns, scales, bytes: kept };
}

/** The first `count` rows, and the others; they share the memory of the whole. */
export function splitVectors(
  { dim, scales, bytes }: QuantizedVectors,
  count: number,
): readonly [QuantizedVectors, QuantizedVectors] {
  return [
    { dim, scales: scales.subarray(0, count), bytes: bytes.subarray(0, count * dim) },
    { dim, scales: scales.subarray(count), bytes: bytes.subarray(count * dim) },
  ];
}

/** One block of bytes for the wire: the scales (little-endian float32), then the rows. */
export function packVectors({ scales, bytes }: QuantizedVectors): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(scales.length * 4 + bytes.length);
  const view = new DataView(packed.buffer);
  scales.forEach((scale, row) => view.setFloat32(row * 4, scale, true));
  packed.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), scales.length * 4);
  return packed;
}

/** @throws RangeError if the bytes are not exactly `count` vectors of `dim` columns. */
export function unpackVectors(packed: Uint8Array, count: number, dim: number): QuantizedVectors {
  const expected = count * (4 + dim);
  if (packed.length !== expected) {
    throw new RangeError(`Vectors are ${packed.length} bytes, expected ${expected} (${count} × ${dim}).`);
  }
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const scales = Float32Array.from({ length: count }, (_, row) => view.getFloat32(row * 4, true));
  const bytes = new Int8Array(packed.buffer, packed.byteOffset + count * 4, count * dim);
  return { dim, scales, bytes };
}

/** The rows as floats, row-major: what a trainer starts from. */
export function dequantize({ dim, scales, bytes }: QuantizedVectors): Float32Array {
  const values = new Float32Array(bytes.length);
  for (const [row, scale] of scales.entries())
    for (let at = row * dim; at < (row + 1) * dim; at++) values[at] = bytes[at]! * scale;
  return values;
}
