import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneSlip, spellingCorrector } from '../../../src/core/retrieval/spelling.ts';

const WORDS = [
  'transaction',
  'pending',
  'card',
  'declined',
  'stake',
  'state',
  'wallet',
  'withdrawal',
  'with',
];
const correct = spellingCorrector(WORDS, (word) => word !== 'stake');

describe('the spelling corrector', () => {
  it.each([
    ['trasnaction pendign', 'transaction pending'],
    ['my crad was declinde', 'my card was declined'],
    ['我的walet丢了', '我的wallet丢了'],
    ['Withdrawl', 'withdrawal'],
  ])('%s becomes %s', (typed, meant) => {
    expect(correct(typed)).toBe(meant);
  });

  it('leaves words that exist, short ones and strange ones alone', () => {
    expect(correct('with stake usdt zzzzzzz')).toBe('with stake usdt zzzzzzz');
  });

  it('never mends to a word that cannot be found', () => {
    expect(correct('stakee')).toBe('stakee');
  });
});

describe('one slip', () => {
  it('is an edit distance of one, counted the slow way with swaps (Damerau, optimal string alignment)', () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneSlip(a, b)).toBe(alignmentDistance(a, b) === 1);
      }),
      { numRuns: 2000 },
    );
  });
});

function alignmentDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    }
  }
  return d[a.length]![b.length]!;
}
