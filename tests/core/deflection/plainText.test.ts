import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cutAt, oneLine } from '../../../src/core/deflection/plainText.ts';

const LONE = /\p{Surrogate}/u;

describe('plain text', () => {
  it('is cut between characters, and no shorter than it must be', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '我', '𠮷', '😀'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(40), (whole, length) => {
        const cut = cutAt(whole, length);
        expect(whole.startsWith(cut)).toBe(true);
        expect(cut).not.toMatch(LONE);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(length, whole.length) - 1);
      }),
    );
  });

  it('loses what cannot be seen, and keeps what joins emoji and scripts', () => {
    expect(clean('a\r\nb\rc\u2028d\te\u0007\u202Ef\u2069')).toBe('a\nb\nc\nd\tef');
    expect(clean('👨‍👩‍👧 می‌خواهم')).toBe('👨‍👩‍👧 می‌خواهم');
    expect(oneLine(' a\n\n b\tc ')).toBe('a b c');
  });
});
