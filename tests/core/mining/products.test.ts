import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotAt } from '../../../src/core/mining/dotAt.ts';
import { rowProducts, upTo } from '../../../src/core/mining/products.ts';
import { termProduct, termProducts, termVectors } from '../../../src/core/mining/termVectors.ts';

const number = fc.float({ min: -1, max: 1, noNaN: true });
const space = fc
  .record({ dim: fc.integer({ min: 1, max: 9 }), count: fc.integer({ min: 1, max: 12 }) })
  .chain(({ dim, count }) =>
    fc.record({
      dim: fc.constant(dim),
      width: fc.integer({ min: 1, max: dim }),
      rows: fc.array(number, { minLength: dim * count, maxLength: dim * count }),
      places: fc.array(fc.nat(count - 1), { maxLength: 20 }),
      row: fc.nat(count - 1),
    }),
  );

function slowly(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

describe('products', () => {
  it('of one row with many are those of each pair', () => {
    fc.assert(
      fc.property(space, fc.nat(5), ({ dim, width, rows, places, row }, skipped) => {
        const from = Math.min(skipped, places.length);
        const products = new Float32Array(places.length - from);
        const all = Float32Array.from(rows);
        const lists = Int32Array.from(places);
        rowProducts(all, dim, width)(products, all, row * dim, lists, from, places.length);
        const columnsOf = (of: number): number[] => rows.slice(of * dim, of * dim + width);
        places.slice(from).forEach((place, at) => {
          const expected = slowly(columnsOf(row), columnsOf(place));
          expect(products[at]).toBeCloseTo(expected, 5);
          expect(dotAt(all, row * dim, all, place * dim, width)).toBeCloseTo(expected, 9);
        });
      }),
    );
  });

  it('of terms with many texts are those of each pair, on top of what is there', () => {
    const word = fc.constantFrom('card', 'declined', 'network', 'usdt', 'pending', 'bank', 'fee');
    const texts = fc.array(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        const vectors = termVectors(list);
        const add = termProducts(vectors);
        list.forEach((_, text) => {
          const products = new Float32Array(list.length).fill(1);
          add(products, text, upTo(list.length), 0, list.length);
          products.forEach((product, other) => {
            expect(product).toBeCloseTo(1 + termProduct(vectors, text, other), 5);
          });
        });
      }),
    );
  });
});
