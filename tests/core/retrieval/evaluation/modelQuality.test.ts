import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaUnderCurve,
  nearest,
  problemSeparation,
  recallAt,
} from '../../../../src/core/retrieval/evaluation/modelQuality.ts';

const unit = (...values: number[]): Float32Array => {
  const norm = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / norm);
};

describe('the area under the curve', () => {
  it('is the share of pairs in which the positive scores higher, ties counting half', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
        const share = pairs.reduce<number>((sum, value) => sum + value, 0) / pairs.length;
        expect(areaUnderCurve(positives, negatives)).toBeCloseTo(share, 10);
      }),
    );
  });

  it('is no number without both kinds', () => {
    expect(areaUnderCurve([], [1])).toBeNaN();
  });
});

describe('recall', () => {
  const passages = [unit(1, 0), unit(0, 1), unit(1, 1)];

  it('counts queries whose passage is among the first', () => {
    const queries = [unit(1, 0.1), unit(0.1, 1), unit(1, -1)];
    expect(recallAt(1, queries, passages, (i) => [0, 1, 1][i]!)).toBeCloseTo(2 / 3, 10);
    expect(recallAt(3, queries, passages, (i) => [0, 1, 1][i]!)).toBe(1);
  });

  it('does not count a tie as found', () => {
    expect(recallAt(1, [unit(1, 0)], [unit(1, 0), unit(1, 0)], () => 0)).toBe(0);
  });

  it('finds the nearest', () => {
    const found = nearest(unit(0, 2), passages);
    expect(found.index).toBe(1);
    expect(found.cosine).toBeCloseTo(1, 6);
  });
});

describe('the separation of problems', () => {
  it('is measured apart within a language and across', () => {
    const texts = [
      { problem: 'a', isChinese: false, vector: unit(1, 0, 0) },
      { problem: 'a', isChinese: false, vector: unit(1, 0.1, 0) },
      { problem: 'b', isChinese: false, vector: unit(0, 1, 0) },
      { problem: 'b', isChinese: false, vector: unit(0, 1, 0.1) },
      // Across languages the two are mixed up.
      { problem: 'a', isChinese: true, vector: unit(0, 1, 0) },
      { problem: 'b', isChinese: true, vector: unit(1, 0, 0) },
    ];
    const { problems, oneLanguage, acrossLanguages } = problemSeparation(texts);
    expect(problems).toBe(2);
    expect(oneLanguage).toBe(1);
    expect(acrossLanguages).toBe(0);
  });
});
