import { dotAt } from './dotAt.ts';

/** Writes the products of the columns of `a` from `at` on with the rows `places[from]` up to before `places[to]`. */
export type RowProducts = (
  products: Float32Array,
  a: Float32Array,
  at: number,
  places: Int32Array,
  from: number,
  to: number,
) => void;

/**
 * The inner products of one row with many, which may lie anywhere. Four at a time: a column of the one is read once for the
 * four, and no addition waits for the one before it.
 * @param dim columns of a row
 * @param width how many of them, from the first, the products are over
 */
export function rowProducts(rows: Float32Array, dim: number, width = dim): RowProducts {
  return (products, a, at, places, from, to) => {
    let place = from;
    for (; place + 3 < to; place += 4) {
      const first = places[place]! * dim;
      const second = places[place + 1]! * dim;
      const third = places[place + 2]! * dim;
      const fourth = places[place + 3]! * dim;
      let p = 0;
      let q = 0;
      let r = 0;
      let s = 0;
      for (let i = 0; i < width; i++) {
        const value = a[at + i]!;
        p += value * rows[first + i]!;
        q += value * rows[second + i]!;
        r += value * rows[third + i]!;
        s += value * rows[fourth + i]!;
      }
      products[place - from] = p;
      products[place - from + 1] = q;
      products[place - from + 2] = r;
      products[place - from + 3] = s;
    }
    for (; place < to; place++) products[place - from] = dotAt(a, at, rows, places[place]! * dim, width);
  };
}

/** 0, 1, 2 … */
export function upTo(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, place) => place);
}
