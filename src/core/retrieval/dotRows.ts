import type { QuantizedVectors } from './vectors.ts';

/** Below so many rows all are scored exactly: that takes a millisecond, and leading columns would save little of it. */
const STAGED_ROWS = 2_000;
/** The shortest prefix that the static model is trained to be a model by itself (HEADS of scripts/model/trainStages.ts). */
const LEADING_COLUMNS = 64;
/** Of 6,000 rows of 256 columns these hold 98 in 100 of those in a query’s true top 10. */
const EXACT_ROWS = 500;
/** Finer than the gaps between the scores that matter. */
const BUCKETS = 1_024;

/**
 * The inner product of a vector with every row: cosine similarity when both sides are normalised. Exact for up to 2,000
 * rows, and for rows of up to 64 columns.
 *
 * Of more and longer rows only those whose leading 64 columns match best, `exactRows` or a few more, are exact. Another
 * row's value is an estimate: the product of its leading columns, times the ratio of whole to leading products that
 * the exact rows show. So vectors must come from a model whose leading columns are a model by themselves (Kusupati et
 * al., "Matryoshka representation learning", 2022); for any others there is `dotRowsExactly`.
 */
export function dotRows(
  query: Float32Array,
  rows: QuantizedVectors,
  exactRows: number = EXACT_ROWS,
): Float32Array {
  if (rows.scales.length <= STAGED_ROWS || rows.dim <= LEADING_COLUMNS) return dotRowsExactly(query, rows);
  const { dim, scales, bytes } = rows;
  const products = productsOf(query, rows, LEADING_COLUMNS);
  const best = largest(products, exactRows);
  const exact = new Float32Array(best.length);
  let [both, square] = [0, 0];
  for (let i = 0; i < best.length; i++) {
    const row = best[i]!;
    const leading = products[row]!;
    exact[i] = leading + product(query, bytes, row * dim, LEADING_COLUMNS, dim) * scales[row]!;
    both += exact[i]! * leading;
    square += leading ** 2;
  }
  const ratio = square > 0 ? both / square : 1;
  for (let row = 0; row < products.length; row++) products[row]! *= ratio;
  for (let i = 0; i < best.length; i++) products[best[i]!] = exact[i]!;
  return products;
}

/** The inner product of a vector with every row, whichever model made them. */
export function dotRowsExactly(query: Float32Array, rows: QuantizedVectors): Float32Array {
  return productsOf(query, rows, rows.dim);
}

/**
 * Products with the first `columns` of every row, four rows at a time: a column of the query is read once for the four,
 * and no addition waits for the one before it.
 */
function productsOf(
  query: Float32Array,
  { dim, scales, bytes }: QuantizedVectors,
  columns: number,
): Float32Array {
  const products = new Float32Array(scales.length);
  let row = 0;
  for (let first = 0; row + 3 < scales.length; row += 4, first += 4 * dim) {
    const second = first + dim;
    const third = second + dim;
    const fourth = third + dim;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < columns; i++) {
      const value = query[i]!;
      a += value * bytes[first + i]!;
      b += value * bytes[second + i]!;
      c += value * bytes[third + i]!;
      d += value * bytes[fourth + i]!;
    }
    products[row] = a * scales[row]!;
    products[row + 1] = b * scales[row + 1]!;
    products[row + 2] = c * scales[row + 2]!;
    products[row + 3] = d * scales[row + 3]!;
  }
  for (; row < scales.length; row++)
    products[row] = product(query, bytes, row * dim, 0, columns) * scales[row]!;
  return products;
}

/**
 * Product of the columns from `start` to before `end` with the row that begins at `offset`: four sums, so that no addition
 * waits for the one before it.
 */
function product(query: Float32Array, bytes: Int8Array, offset: number, start: number, end: number): number {
  // Four declarations: V8 keeps what an array is taken apart into as objects, and is a third slower.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = start;
  for (; i + 3 < end; i += 4) {
    a += query[i]! * bytes[offset + i]!;
    b += query[i + 1]! * bytes[offset + i + 1]!;
    c += query[i + 2]! * bytes[offset + i + 2]!;
    d += query[i + 3]! * bytes[offset + i + 3]!;
  }
  for (; i < end; i++) a += query[i]! * bytes[offset + i]!;
  return a + b + c + d;
}

/**
 * The positions of the `count` largest values, found by counting values in buckets instead of sorting them; all of the
 * last bucket are taken, so there may be more.
 */
function largest(values: Float32Array, count: number): Uint32Array {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < min) min = values[i]!;
    if (values[i]! > max) max = values[i]!;
  }
  const perBucket = (BUCKETS - 1) / (max - min || 1);
  const counts = new Uint32Array(BUCKETS);
  for (let i = 0; i < values.length; i++) counts[((values[i]! - min) * perBucket) | 0]!++;
  let lowest = BUCKETS - 1;
  let found = counts[lowest]!;
  while (found < count && lowest > 0) found += counts[--lowest]!;
  const positions = new Uint32Array(found);
  for (let i = 0, next = 0; i < values.length; i++) {
    if ((((values[i]! - min) * perBucket) | 0) >= lowest) positions[next++] = i;
  }
  return positions;
}
