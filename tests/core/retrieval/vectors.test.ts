import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dot,
  dotRows,
  normalize,
  packVectors,
  quantize,
  unpackVectors,
} from '../../../src/core/retrieval/vectors.ts';

const DIM = 8;
const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIM, maxLength: DIM })
  .map((values) => normalize(Float32Array.from(values)));

describe('int8 vectors', () => {
  it('stay within half a step of the floats they stand for', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 20 }), vector, (rows, query) => {
        const products = dotRows(query, quantize(rows, DIM));
        rows.forEach((row, i) => {
          // Half a step a column, and no column's step is wider than 1/127.
          expect(Math.abs(products[i]! - dot(row, query))).toBeLessThanOrEqual((DIM * 0.5) / 127 + 1e-6);
        });
      }),
    );
  });

  it('survive packing, wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 20 }), fc.nat(3), (rows, shift) => {
        const quantized = quantize(rows, DIM);
        const packed = packVectors(quantized);
        const shifted = new Uint8Array(packed.length + shift);
        shifted.set(packed, shift);
        expect(unpackVectors(shifted.subarray(shift), rows.length, DIM)).toEqual(quantized);
      }),
    );
  });

  it('refuse bytes that are cut short', () => {
    const packed = packVectors(quantize([new Float32Array(DIM).fill(0.5)], DIM));
    expect(() => unpackVectors(packed.subarray(1), 1, DIM)).toThrow(
      'Vectors are 11 bytes, expected 12 (1 × 8).',
    );
  });
});

it('leaves a zero vector zero', () => {
  expect([...normalize(new Float32Array(3))]).toEqual([0, 0, 0]);
});
