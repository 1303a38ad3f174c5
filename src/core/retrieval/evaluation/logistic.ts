import type { Calibration } from '../fusion.ts';

const ITERATIONS = 60;
/** Keeps weights finite where the classes are separable; small beside hundreds of rows. */
const RIDGE = 0.1;

/**
 * Fits a logistic regression by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, "The
 * Elements of Statistical Learning", 4.4.1), on features at their own scale.
 * @param rows one list of features each; all of one length
 * @param isPositive whether each row is an example of what is to be predicted
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  isPositive: readonly boolean[],
): Calibration {
  const columns = rows[0]?.length ?? 0;
  const means = Array.from({ length: columns }, (_, j) => mean(rows.map((row) => row[j]!)));
  const spreads = means.map((m, j) => Math.sqrt(mean(rows.map((row) => (row[j]! - m) ** 2))) || 1);
  const x = rows.map((row) => [1, ...row.map((value, j) => (value - means[j]!) / spreads[j]!)]);
  let weights = new Array<number>(columns + 1).fill(0);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const gradient = weights.map((weight, j) => (j === 0 ? 0 : -RIDGE * weight));
    const hessian = weights.map((_, j) => weights.map((__, k) => (j === k && j > 0 ? RIDGE : 1e-9)));
    x.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * weights[j]!, 0)));
      row.forEach((value, j) => {
        gradient[j]! += value * ((isPositive[i] ? 1 : 0) - p);
        row.forEach((other, k) => (hessian[j]![k]! += value * other * p * (1 - p)));
      });
    });
    const step = solve(hessian, gradient);
    weights = weights.map((weight, j) => weight + step[j]!);
  }
  const scaled = weights.slice(1).map((weight, j) => weight / spreads[j]!);
  const constant = weights[0]! - scaled.reduce((sum, weight, j) => sum + weight * means[j]!, 0);
  return { constant: round(constant), weights: scaled.map(round) };
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < n; column++) {
    const pivot = rows
      .slice(column)
      .reduce(
        (best, row, i) => (Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? column + i : best),
        column,
      );
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = column + 1; i < n; i++) {
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let k = column; k <= n; k++) rows[i]![k]! -= factor * rows[column]![k]!;
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = solution.reduce((sum, value, k) => (k > i ? sum + rows[i]![k]! * value : sum), 0);
    solution[i] = (rows[i]![n]! - known) / rows[i]![i]!;
  }
  return solution;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
