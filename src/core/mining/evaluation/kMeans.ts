import type { Random } from '../../random.ts';

/** A row of length 1 (or without any column), by its columns that are not zero. */
export interface SparseRow {
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

const MOST_ROUNDS = 25;

/**
 * Groups rows by the nearest of `k` centres, which are the groups' mean directions (Dhillon and Modha, "Concept
 * decompositions for large sparse text data using clustering", 2001), begun as k-means++ (Arthur and Vassilvitskii, 2007):
 * the yardstick that is told how many groups there are.
 * @param dim columns there are
 * @returns by row, the number of its group
 */
export function kMeans(rows: readonly SparseRow[], dim: number, k: number, random: Random): number[] {
  let centres = firstCentres(rows, dim, Math.min(k, rows.length), random);
  let groups: number[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = rows.map((row) => nearest(row, centres));
    const isSettled = next.every((group, row) => group === groups[row]);
    groups = next;
    if (isSettled) break;
    centres = meansOf(rows, groups, centres);
  }
  return groups;
}

/** Rows of a matrix as they are taken here. */
export function denseRows(matrix: Float32Array, dim: number): SparseRow[] {
  const columns = Uint32Array.from({ length: dim }, (_, column) => column);
  return Array.from({ length: matrix.length / dim }, (_, row) => ({
    columns,
    values: matrix.subarray(row * dim, (row + 1) * dim),
  }));
}

function firstCentres(rows: readonly SparseRow[], dim: number, k: number, random: Random): Float64Array[] {
  const centres: Float64Array[] = [];
  const distance = new Float64Array(rows.length).fill(1);
  for (let centre = 0; centre < k; centre++) {
    const chosen = new Float64Array(dim);
    addTo(chosen, rows[drawn(distance, random)]!);
    centres.push(chosen);
    rows.forEach((row, i) => {
      const apart = Math.max(0, 1 - product(row, chosen));
      if (centre === 0 || apart < distance[i]!) distance[i] = apart;
    });
  }
  return centres;
}

/** A position, the likelier the larger its weight. */
function drawn(weights: Float64Array, random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? Math.floor(random() * weights.length) : found;
}

function nearest(row: SparseRow, centres: readonly Float64Array[]): number {
  let [best, most] = [0, -Infinity];
  centres.forEach((centre, group) => {
    const similarity = product(row, centre);
    if (similarity > most) [best, most] = [group, similarity];
  });
  return best;
}

function meansOf(
  rows: readonly SparseRow[],
  groups: readonly number[],
  before: readonly Float64Array[],
): Float64Array[] {
  const means = before.map(({ length }) => new Float64Array(length));
  rows.forEach((row, i) => addTo(means[groups[i]!]!, row));
  return means.map((mean, group) => {
    const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0));
    // A group that lost all its rows stays where it was.
    return length > 0 ? mean.map((value) => value / length) : before[group]!;
  });
}

function addTo(sum: Float64Array, { columns, values }: SparseRow): void {
  for (let i = 0; i < columns.length; i++) sum[columns[i]!]! += values[i]!;
}

function product({ columns, values }: SparseRow, centre: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += values[i]! * centre[columns[i]!]!;
  return sum;
}
