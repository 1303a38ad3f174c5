import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../../src/core/mining/evaluation/assignment.ts';
import { clusterScores, numbered } from '../../../src/core/mining/evaluation/clusterScores.ts';
import { denseRows, kMeans } from '../../../src/core/mining/evaluation/kMeans.ts';
import { seededRandom } from '../../../src/core/random.ts';

const groupings = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 30 }).map((pairs) => ({
  found: numbered(pairs.map(([group]) => String(group))),
  truth: numbered(pairs.map(([, label]) => String(label))),
}));

/** Pair by pair. */
function slowAri(found: readonly number[], truth: readonly number[]): number {
  const counts = { both: 0, found: 0, truth: 0, all: 0 };
  found.forEach((group, a) => {
    for (let b = a + 1; b < found.length; b++) {
      const [sameGroup, sameLabel] = [group === found[b], truth[a] === truth[b]];
      counts.all++;
      if (sameGroup) counts.found++;
      if (sameLabel) counts.truth++;
      if (sameGroup && sameLabel) counts.both++;
    }
  });
  const expected = (counts.found * counts.truth) / counts.all;
  const most = (counts.found + counts.truth) / 2;
  return most === expected ? 1 : (counts.both - expected) / (most - expected);
}

/** From the probabilities, as in a textbook. */
function slowNmi(found: readonly number[], truth: readonly number[]): number {
  const share = (test: (i: number) => boolean): number =>
    [...found.keys()].filter(test).length / found.length;
  const [groups, labels] = [new Set(found), new Set(truth)];
  const entropy = (names: ReadonlySet<number>, of: readonly number[]): number =>
    [...names].reduce((sum, name) => {
      const p = share((i) => of[i] === name);
      return sum - p * Math.log(p);
    }, 0);
  let mutual = 0;
  for (const group of groups) {
    for (const label of labels) {
      const p = share((i) => found[i] === group && truth[i] === label);
      if (p > 0)
        mutual += p * Math.log(p / (share((i) => found[i] === group) * share((i) => truth[i] === label)));
    }
  }
  const total = entropy(groups, found) + entropy(labels, truth);
  return total === 0 ? 1 : (2 * mutual) / total;
}

function permutations(list: readonly number[]): number[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

describe('scores of a grouping', () => {
  it('are those of a textbook', () => {
    fc.assert(
      fc.property(groupings, ({ found, truth }) => {
        const scores = clusterScores(found, truth);
        expect(scores.ari).toBeCloseTo(slowAri(found, truth), 9);
        expect(scores.nmi).toBeCloseTo(slowNmi(found, truth), 9);
        expect(scores.vMeasure).toBeCloseTo(scores.nmi, 9);
      }),
    );
  });

  it('match those of scikit-learn', () => {
    // normalized_mutual_info_score and adjusted_rand_score of its documentation's example, [0, 0, 1, 2] and [0, 0, 1, 1].
    const scores = clusterScores([0, 0, 1, 2], [0, 0, 1, 1]);
    expect(scores.ari).toBeCloseTo(0.5714285714, 9);
    expect(scores.nmi).toBeCloseTo(0.8, 9);
    expect(scores.accuracy).toBe(0.75);
  });

  it('are 1 for the same grouping under other names, and about 0 for chance', () => {
    const perfect = clusterScores([1, 1, 0, 0, 2], [0, 0, 2, 2, 1]);
    expect(perfect).toEqual({ nmi: 1, ari: 1, accuracy: 1, vMeasure: 1 });
    const random = seededRandom(4);
    const draw = () => Array.from({ length: 2_000 }, () => Math.floor(random() * 5));
    expect(Math.abs(clusterScores(draw(), draw()).ari)).toBeLessThan(0.01);
  });
});

describe('the best assignment', () => {
  it('is that of trying them all', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrix, (gains) => {
        const columns = gains[0]!.length;
        const size = Math.max(gains.length, columns);
        const best = Math.max(
          ...permutations([...Array(size).keys()]).map((order) =>
            order.reduce((sum, column, row) => sum + (gains[row]?.[column] ?? 0), 0),
          ),
        );
        const found = bestAssignment(gains);
        expect(found.reduce((sum, column, row) => sum + (column < 0 ? 0 : gains[row]![column]!), 0)).toBe(
          best,
        );
        const used = found.filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        expect(used).toHaveLength(Math.min(gains.length, columns));
      }),
      { numRuns: 60 },
    );
  });
});

describe('k-means', () => {
  it('finds bunches that lie apart, and never more than it is told', () => {
    const rows = Float32Array.from([1, 0, 0.98, 0.2, 0, 1, 0.2, 0.98, -1, 0, -0.98, 0.2]);
    const groups = kMeans(denseRows(rows, 2), 2, 3, seededRandom(2));
    expect(clusterScores(numbered(groups.map(String)), [0, 0, 1, 1, 2, 2]).ari).toBe(1);
    expect(new Set(kMeans(denseRows(rows, 2), 2, 2, seededRandom(1))).size).toBeLessThanOrEqual(2);
    expect(new Set(kMeans(denseRows(rows, 2), 2, 50, seededRandom(1))).size).toBeLessThanOrEqual(6);
  });
});
