import { describe, expect, it } from 'vitest';
import { onnxContrast } from '../../../../scripts/model/onnxContrast.ts';
import { seededRandom as random } from '../../../../src/core/random.ts';
import { newAdamState } from '../../../../src/core/retrieval/training/adam.ts';
import {
  backpropagateBags,
  backpropagateHead,
  embedBags,
  headOf,
  type Tokens,
} from '../../../../src/core/retrieval/training/embeddingBag.ts';
import { infoNce } from '../../../../src/core/retrieval/training/infoNce.ts';
import { zeros, type Matrix } from '../../../../src/core/retrieval/training/matrix.ts';
import { problemBatches, type ProblemTexts } from '../../../../src/core/retrieval/training/problems.ts';
import { SparseRows } from '../../../../src/core/retrieval/training/sparseRows.ts';
import { linearRate, train, type TrainOptions } from '../../../../src/core/retrieval/training/train.ts';

const DIM = 6;
const TEMPERATURE = 0.2;
const HEADS = [
  { dim: 6, weight: 1 },
  { dim: 3, weight: 0.5 },
];
const LEFT: Tokens[] = [[0, 1], [2], [3, 3, 4]];
const RIGHT: Tokens[] = [[1, 5], [2, 6], [7]];

function newTable(rows: number, seed = 1): Matrix {
  const next = random(seed);
  return { rows, dim: DIM, values: Float32Array.from({ length: rows * DIM }, () => next() - 0.5) };
}

function lossOf(table: Matrix): number {
  const [left, right] = [LEFT, RIGHT].map((texts) => embedBags(table, texts));
  return HEADS.reduce(
    (sum, { dim, weight }) =>
      sum + weight * infoNce(headOf(left!, dim).units, headOf(right!, dim).units, TEMPERATURE).loss,
    0,
  );
}

describe('the gradient', () => {
  it('equals finite differences at every weight, through both heads', () => {
    const table = newTable(8);
    const gradient = new SparseRows(table.rows, DIM);
    const means = [LEFT, RIGHT].map((texts) => embedBags(table, texts));
    const changes = means.map(({ rows }) => zeros(rows, DIM));
    for (const { dim, weight } of HEADS) {
      const [left, right] = means.map((side) => headOf(side, dim));
      const loss = infoNce(left!.units, right!.units, TEMPERATURE);
      backpropagateHead(left!, loss.left, weight, changes[0]!);
      backpropagateHead(right!, loss.right, weight, changes[1]!);
    }
    backpropagateBags(LEFT, changes[0]!, gradient);
    backpropagateBags(RIGHT, changes[1]!, gradient);
    for (let at = 0; at < table.values.length; at++) {
      const step = 1e-2;
      const original = table.values[at]!;
      table.values[at] = original + step;
      const above = lossOf(table);
      table.values[at] = original - step;
      const below = lossOf(table);
      table.values[at] = original;
      expect(Math.abs(gradient.values[at]! - (above - below) / (2 * step))).toBeLessThan(4e-3);
    }
  });

  it('is the same by onnxruntime', async () => {
    const next = random(5);
    const units = (): Matrix =>
      headOf({ rows: 40, dim: 16, values: Float32Array.from({ length: 640 }, () => next() - 0.5) }, 16).units;
    const [left, right] = [units(), units()];
    const ours = infoNce(left, right, 0.07);
    const theirs = await (await onnxContrast())(left, right, 0.07);
    expect(theirs.loss).toBeCloseTo(ours.loss, 4);
    for (const side of ['left', 'right'] as const) {
      theirs[side].values.forEach((value, i) => expect(value).toBeCloseTo(ours[side].values[i]!, 5));
    }
  });
});

/** Three problems whose texts share no token with one another, only a few with their own. */
const PROBLEMS: ProblemTexts[] = [
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

function options(seed: number, steps: number): TrainOptions {
  return {
    steps,
    batch: problemBatches(PROBLEMS, 8, random(seed)),
    learningRate: linearRate(0.05, steps),
    temperature: 0.1,
    heads: HEADS,
    contrast: (left, right, temperature) => Promise.resolve(infoNce(left, right, temperature)),
  };
}

describe('training', () => {
  it('brings texts of one problem together and keeps problems apart', async () => {
    const table = newTable(10);
    const losses: number[] = [];
    await train(table, { ...options(7, 200), onStep: (_step, _source, loss) => void losses.push(loss) });
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 4);
    const cosine = (a: Tokens, b: Tokens): number => {
      const { values } = headOf(embedBags(table, [a, b]), DIM).units;
      return Array.from({ length: DIM }, (_, i) => values[i]! * values[DIM + i]!).reduce((x, y) => x + y, 0);
    };
    for (const texts of PROBLEMS) {
      for (const other of PROBLEMS.filter((candidate) => candidate !== texts)) {
        expect(cosine(texts[0]!, texts[1]!)).toBeGreaterThan(cosine(texts[0]!, other[1]!) + 0.3);
      }
    }
  });

  it('gives the same table for the same seed, and another for another', async () => {
    const run = async (seed: number): Promise<number[]> => {
      const table = newTable(10);
      await train(table, options(seed, 20));
      return [...table.values];
    };
    expect(await run(3)).toEqual(await run(3));
    expect(await run(3)).not.toEqual(await run(4));
  });

  it('goes on from where it stopped as if it had not', async () => {
    // Batches must not depend on what was drawn before, as those of the corpora do not.
    const steady = {
      ...options(3, 12),
      batch: (step: number) => problemBatches(PROBLEMS, 8, random(step))(),
    };
    const whole = newTable(10);
    await train(whole, steady);
    const halves = newTable(10);
    const adam = newAdamState(halves);
    const stop = new Error('stopped');
    const interrupted = train(halves, {
      ...steady,
      from: { step: 0, adam },
      onStep: (step) => {
        if (step === 5) throw stop;
      },
    });
    await expect(interrupted).rejects.toBe(stop);
    await train(halves, { ...steady, from: { step: 5, adam } });
    expect([...halves.values]).toEqual([...whole.values]);
  });
});

describe('batches of problems', () => {
  it('draw two texts of every problem, never an empty one, and leave out problems with fewer', () => {
    const draw = problemBatches([[[1], [2], []], [[3]], [[], [4]], [[5], [6]]], 10, random(1));
    for (let i = 0; i < 20; i++) {
      const { pairs } = draw();
      expect(pairs.map((pair) => pair.map((tokens) => tokens[0]).sort()).sort()).toEqual([
        [1, 2],
        [5, 6],
      ]);
    }
  });

  it('puts problems beside their neighbours in half of the batches', () => {
    const many: ProblemTexts[] = Array.from({ length: 100 }, (_, i) => [[i], [i]]);
    const partner = (i: number): number => (i % 2 === 0 ? i + 1 : i - 1);
    const draw = problemBatches(
      many,
      10,
      random(2),
      many.map((_, i) => [partner(i)]),
    );
    const together = Array.from({ length: 200 }, () => {
      const chosen = new Set(draw().pairs.map(([a]) => a[0]!));
      return [...chosen].every((i) => chosen.has(partner(i)));
    });
    const share = together.filter(Boolean).length / together.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
});
