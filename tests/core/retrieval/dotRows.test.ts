import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../../../src/core/random.ts';
import {
  dotRows,
  dotRowsExactly,
  normalize,
  quantize,
  type QuantizedVectors,
} from '../../../src/core/retrieval/vectors.ts';

/** What the product is, without a thought for speed. */
function oracle(query: Float32Array, { dim, scales, bytes }: QuantizedVectors): Float32Array {
  return scales.map((scale, row) => {
    let sum = 0;
    for (let i = 0; i < dim; i++) sum += query[i]! * bytes[row * dim + i]!;
    return sum * scale;
  });
}

/** Unit vectors near one of a few centres, with three times the spread in the leading 64 columns. */
function matryoshka(random: Random, count: number, dim: number): Float32Array[] {
  const noise = (weight: number): Float32Array =>
    Float32Array.from({ length: dim }, (_, i) => (random() - 0.5) * weight * (i < 64 ? 3 : 1));
  const centres = Array.from({ length: 40 }, () => noise(1));
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * centres.length)]!;
    return normalize(noise(1.5).map((value, i) => value + centre[i]!));
  });
}

const topTen = (products: Float32Array): number[] =>
  [...products.keys()].sort((a, b) => products[b]! - products[a]!).slice(0, 10);

const arbitraryRows = fc.record({
  seed: fc.integer(),
  count: fc.nat(70),
  dim: fc.integer({ min: 1, max: 130 }),
});

describe('products with every row', () => {
  it('are those of the obvious loop, to the last bit, for few rows or short ones', () => {
    fc.assert(
      fc.property(arbitraryRows, ({ seed, count, dim }) => {
        const [query, ...rows] = matryoshka(seededRandom(seed), count + 1, dim);
        const vectors = quantize(rows, dim);
        expect(dotRows(query!, vectors)).toEqual(oracle(query!, vectors));
        expect(dotRowsExactly(query!, vectors)).toEqual(oracle(query!, vectors));
      }),
    );
  });

  it.each([
    [2_000, 256],
    [2_500, 64],
  ])('are exact for %i rows of %i columns', (count, dim) => {
    const [query, ...rows] = matryoshka(seededRandom(3), count + 1, dim);
    const vectors = quantize(rows, dim);
    expect(dotRows(query!, vectors)).toEqual(oracle(query!, vectors));
  });

  it('are exact for any number of rows where asked for', () => {
    const [query, ...rows] = matryoshka(seededRandom(4), 2_503, 65);
    const vectors = quantize(rows, 65);
    expect(dotRowsExactly(query!, vectors)).toEqual(oracle(query!, vectors));
  });
});

describe('products with many long rows', () => {
  it('hold the true top ten, exactly, and come near for the others', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 65, max: 260 }), (seed, dim) => {
        const [query, ...rows] = matryoshka(seededRandom(seed), 3_001, dim);
        const vectors = quantize(rows, dim);
        const exact = oracle(query!, vectors);
        const found = dotRows(query!, vectors);
        const best = topTen(exact);
        for (const row of best) expect(found[row]).toBeCloseTo(exact[row]!, 5);
        expect(topTen(found).toSorted()).toEqual(best.toSorted());
        const meanOf = (values: Float32Array): number =>
          values.reduce((sum, value) => sum + value, 0) / 3_000;
        expect(Math.abs(meanOf(found) - meanOf(exact))).toBeLessThan(0.05);
      }),
      { numRuns: 20 },
    );
  });

  it('are exact for all when no row leads, and zero for a zero query', () => {
    const [same] = matryoshka(seededRandom(5), 1, 128);
    const vectors = quantize(
      Array.from({ length: 2_600 }, () => same!),
      128,
    );
    const expected = oracle(same!, vectors)[0]!;
    for (const product of dotRows(same!, vectors)) expect(product).toBeCloseTo(expected, 5);
    expect(dotRows(new Float32Array(128), vectors)).toEqual(new Float32Array(2_600));
  });
});
