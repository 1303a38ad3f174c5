import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard, nearDuplicates, resends, shinglesOf } from '../../../src/core/mining/nearDuplicates.ts';

describe('near-duplicates', () => {
  it('are the same text again, with small changes', () => {
    const first =
      'Where is my deposit? I sent 200 USDT from Binance two days ago and it is still not in the wallet.';
    const texts = [
      first,
      'my card was declined at Lidl three times today, the app shows enough balance',
      `${first} Please answer!`,
      '我从币安提了两百USDT过来，已经两天了还没有到账，麻烦查一下',
      '我从币安提了两百USDT过来，已经两天了还没有到账，麻烦查一下，急',
    ];
    expect(nearDuplicates(texts)).toEqual([0, 1, 0, 3, 3]);
  });

  it('among short texts are equal ones only, whatever case and punctuation', () => {
    expect(nearDuplicates(['card declined', 'Card declined!!!', 'card blocked', '', ''])).toEqual([
      0, 0, 2, 3, 4,
    ]);
  });

  it('agree with comparing everything with everything', () => {
    const word = fc.constantFrom(
      'card',
      'send',
      'stuck',
      'usdt',
      'bank',
      'code',
      '转账',
      '到账',
      'wallet',
      'app',
      'swap',
    );
    const base = fc.array(word, { maxLength: 14 });
    const texts = fc
      .tuple(
        fc.array(base, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), word), { maxLength: 20 }),
      )
      .map(([bases, edits]) => [
        ...bases.map((words) => words.join(' ')),
        ...edits.map(([which, where, other]) => {
          const words = bases[which % bases.length]!;
          return words.toSpliced(where % (words.length + 1), 1, other).join(' ');
        }),
      ]);
    fc.assert(
      fc.property(texts, (list) => {
        expect(nearDuplicates(list)).toEqual(bruteForce(list));
      }),
      { numRuns: 300 },
    );
  });
});

/** The definition, slowly: the earliest original that is alike enough. */
function bruteForce(texts: readonly string[]): number[] {
  const sets = texts.map(shinglesOf);
  const needed = (set: ReadonlySet<string>): number => (set.size < 5 ? 1 : 0.6);
  const originals: number[] = [];
  return sets.map((set, position) => {
    const found = originals.find(
      (original) =>
        jaccard(set, sets[original]!) >= Math.max(needed(set), needed(sets[original]!)) && set.size > 0,
    );
    if (found === undefined) originals.push(position);
    return found ?? position;
  });
}

describe('resends', () => {
  const HOUR = 3_600_000;
  const first = { text: 'my transfer of 2,400 usdt from bybit is missing', person: 1, atMs: 0 };
  const again = { text: 'again about the 2,400 usdt from bybit', person: 1, atMs: 5 * HOUR };

  it('are the same person soon after, in part in the same words', () => {
    expect(resends([first, again])).toEqual([0, 0]);
  });

  it.each([
    ['somebody else', { ...again, person: 2 }],
    ['much later', { ...again, atMs: 24 * 30 * HOUR }],
    ['about something else', { ...again, text: 'how do I close the account' }],
    ['at an unknown time', { ...again, atMs: undefined }],
    ['from nobody known', { ...again, person: undefined }],
  ])('are not %s', (_, other) => {
    expect(resends([first, other])).toEqual([0, 1]);
  });
});
