/** Many vectors of one length as signed bytes with one scale each: row r, column c is `bytes[r*dim+c]*scales[r]`. */
export interface QuantizedVectors {
  readonly dim: number;
  readonly scales: Float32Array;
  readonly bytes: Int8Array;
}

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

/** Symmetric int8 quantisation, one scale a row; the error of a value is at most half its row's scale. */
export function quantize(vectors: readonly Float32Array[], dim: number): QuantizedVectors {
  const bytes = new Int8Array(vectors.length * dim);
  const scales = new Float32Array(vectors.length);
  vectors.forEach((vector, row) => {
    const largest = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    const scale = largest / 127;
    scales[row] = scale;
    if (scale === 0) return;
    for (let i = 0; i < dim; i++) bytes[row * dim + i] = Math.round(vector[i]! / scale);
  });
  return { dim, scales, bytes };
}

/** The inner product of a vector with every row: cosine similarity when both sides are normalised. */
export function dotRows(query: Float32Array, { dim, scales, bytes }: QuantizedVectors): Float32Array {
  const products = new Float32Array(scales.length);
  for (let row = 0, offset = 0; row < scales.length; row++, offset += dim) {
    let sum = 0;
    for (let i = 0; i < dim; i++) sum += query[i]! * bytes[offset + i]!;
    products[row] = sum * scales[row]!;
  }
  return products;
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
  return Float32Array.from(bytes, (byte, at) => byte * scales[Math.floor(at / dim)]!);
}
