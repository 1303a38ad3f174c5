import { describe, expect, it } from 'vitest';
import { seededRandom as random } from '../../../../src/core/random.ts';
import {
  backpropagateBag,
  embedBag,
  type EmbeddingTable,
} from '../../../../src/core/retrieval/training/embeddingBag.ts';
import { infoNce } from '../../../../src/core/retrieval/training/infoNce.ts';
import { SparseRows } from '../../../../src/core/retrieval/training/sparseRows.ts';
import { tune, type ProblemTexts } from '../../../../src/core/retrieval/training/tune.ts';

const DIM = 6;
const TEMPERATURE = 0.2;
const LEFT = [[0, 1], [2], [3, 3, 4]];
const RIGHT = [[1, 5], [2, 6], [7]];

function newTable(rows: number, seed = 1): EmbeddingTable {
  const next = random(seed);
  return { dim: DIM, values: Float32Array.from({ length: rows * DIM }, () => next() - 0.5) };
}

function lossOf(table: EmbeddingTable): number {
  const units = (texts: number[][]): Float32Array[] => texts.map((tokens) => embedBag(table, tokens).unit);
  return infoNce(units(LEFT), units(RIGHT), TEMPERATURE).loss;
}

describe('the gradient', () => {
  it('equals finite differences at every weight', () => {
    const table = newTable(8);
    const left = LEFT.map((tokens) => embedBag(table, tokens));
    const right = RIGHT.map((tokens) => embedBag(table, tokens));
    const loss = infoNce(
      left.map(({ unit }) => unit),
      right.map(({ unit }) => unit),
      TEMPERATURE,
    );
    const gradient = new SparseRows(DIM);
    left.forEach((output, i) => backpropagateBag(output, loss.left[i]!, gradient));
    right.forEach((output, i) => backpropagateBag(output, loss.right[i]!, gradient));
    for (let at = 0; at < table.values.length; at++) {
      const step = 1e-2;
      const original = table.values[at]!;
      table.values[at] = original + step;
      const above = lossOf(table);
      table.values[at] = original - step;
      const below = lossOf(table);
      table.values[at] = original;
      const numeric = (above - below) / (2 * step);
      expect(Math.abs(gradient.row(Math.floor(at / DIM))[at % DIM]! - numeric)).toBeLessThan(2e-3);
    }
  });
});

describe('tuning', () => {
  /** Three problems whose texts share no token with one another, only a few with their own. */
  const problems: ProblemTexts[] = [
    [
      [0, 9],
      [1, 9],
      [2, 9],
    ],
    [
      [3, 9],
      [4, 9],
      [5, 9],
    ],
    [
      [6, 9],
      [7, 9],
      [8, 9],
    ],
  ];
  const options = { steps: 200, batch: 8, learningRate: 0.05, temperature: 0.1 };

  it('brings texts of one problem together and keeps problems apart', () => {
    const table = newTable(10);
    const losses: number[] = [];
    tune(table, problems, { ...options, random: random(7), onStep: (_, loss) => losses.push(loss) });
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 4);
    const unit = (tokens: readonly number[]): Float32Array => embedBag(table, tokens).unit;
    const cosine = (a: readonly number[], b: readonly number[]): number =>
      unit(a).reduce((sum, value, i) => sum + value * unit(b)[i]!, 0);
    for (const texts of problems) {
      for (const other of problems.filter((candidate) => candidate !== texts)) {
        expect(cosine(texts[0]!, texts[1]!)).toBeGreaterThan(cosine(texts[0]!, other[1]!) + 0.3);
      }
    }
  });

  it('gives the same table for the same seed, and another for another', () => {
    const run = (seed: number): number[] => {
      const table = newTable(10);
      tune(table, problems, { ...options, steps: 20, random: random(seed) });
      return [...table.values];
    };
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  it('leaves a table alone that it has nothing to teach', () => {
    const table = newTable(10);
    const before = [...table.values];
    tune(table, [[[1]], [[], [2]]], { ...options, random: random(1) });
    expect([...table.values]).toEqual(before);
  });
});
