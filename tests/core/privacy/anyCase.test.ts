import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../../../src/core/privacy/anyCase.ts';

const part = fc.constantFrom(
  'hi',
  'dear',
  ' ',
  '[aé]',
  '[b-d]',
  String.raw`\s`,
  '(?:x|y)',
  '(?=z)',
  '嗨',
  'z?',
);
const sample = fc.string({ unit: fc.constantFrom(...'hHiIdDeEaArRéÉbBcCxXyYzZ 嗨'), maxLength: 12 });

describe('a pattern that does not mind the case of letters', () => {
  it('matches what the flag does', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), sample, (parts, text) => {
        const source = parts.join('');
        const spelled = new RegExp(anyCase(`(?i:${source})`), 'u');
        expect(spelled.exec(text)?.[0]).toBe(new RegExp(source, 'iu').exec(text)?.[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('is one only within its groups', () => {
    expect(anyCase(String.raw`\b(?i:hi|h[oó]la\s)(?<value>\p{Lu}\p{Ll})(?i:a)z`)).toBe(
      String.raw`\b(?:[hH][iI]|[hH][oOóÓ][lL][aA]\s)(?<value>\p{Lu}\p{Ll})(?:[aA])z`,
    );
    expect(anyCase('nothing [a-z]')).toBe('nothing [a-z]');
    expect(() => anyCase('(?i:open')).toThrow('not closed');
  });
});
