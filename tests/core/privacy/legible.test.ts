import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingLegibly } from '../../../src/core/privacy/legible.ts';

/** The forms in which a text is read. */
function readingsOf(text: string): string[] {
  const readings: string[] = [];
  readingLegibly((reading) => {
    readings.push(reading);
    return [];
  })(text);
  return readings;
}

const sign = fc.constantFrom(...'aZ9 ,.\n的助\u9fa5\u9fa6１Ａ，。ﬀ㊙é\u0301각\u1100\u1161\u11a8ｱ');

describe('a legible reading', () => {
  it('is the compatibility form of a text that hides nothing', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        expect(readingsOf(text)).toEqual([text.normalize('NFKC')]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps to the places of the original', () => {
    const find = readingLegibly((reading) =>
      [...reading.matchAll(/4\d/g)].map(({ 0: found, index }) => ({
        kind: 'email' as const,
        start: index,
        end: index + found.length,
      })),
    );
    const placesIn = (text: string): string[] => find(text).map(({ start, end }) => text.slice(start, end));
    expect(placesIn('是 42，或４３ e\u030144 a\u0301 的45')).toEqual(['42', '４３', '44', '45']);
    expect(placesIn('4\u200b6')).toEqual(['4\u200b6']);
  });
});
