import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/core/privacy/coverage.ts';
import type { Row } from '../../../src/core/privacy/letterRow.ts';

const rowFrom = (start: number, end: number): Row => [
  { word: 'a', start, end: start + 1, gap: '' },
  { word: 'b', start: end - 1, end, gap: '' },
];

describe('what rows cover', () => {
  it('is what they hold together, one character at a time', () => {
    const span = fc.tuple(fc.nat(40), fc.integer({ min: 2, max: 12 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, [from, length]) => {
        const covered = coverageOf(60);
        const held = new Set<number>();
        for (const [start, size] of spans) {
          covered.add(rowFrom(start, start + size));
          for (let at = start; at < start + size - 1; at++) held.add(at);
        }
        const inside = Array.from({ length: length - 1 }, (_, at) => from + at);
        expect(covered.has(rowFrom(from, from + length))).toBe(inside.every((at) => held.has(at)));
        const found = covered.spans().flatMap(({ start, end }) => range(start, end - 1));
        expect(found).toEqual([...held].sort((a, b) => a - b));
      }),
    );
  });
});

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
