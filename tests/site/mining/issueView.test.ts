import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRows,
  isShown,
  languagesOf,
  parseView,
  SORTS,
  urgencyOf,
  WHOLE,
  writeView,
  type IssueRow,
  type IssueView,
} from '../../../src/site/mining/issueView.ts';

const anyView: fc.Arbitrary<IssueView> = fc.record({
  words: fc.string({ unit: 'binary' }),
  language: fc.constantFrom('', 'en', 'zh-CN'),
  product: fc.constantFrom('', 'Card', 'a&b=c #d', '卡片'),
  gap: fc.constantFrom('', 'missing', 'covered'),
  trend: fc.constantFrom('', 'alarm', 'rising'),
  sort: fc.constantFrom(...SORTS),
  isReversed: fc.boolean(),
});
const anyRow: fc.Arbitrary<IssueRow> = fc.record({
  tickets: fc.nat(20),
  impact: fc.integer({ min: 1, max: 20 }),
  urgency: fc.integer({ min: 0, max: 20 }),
  languages: fc.subarray(['en', 'zh-CN']),
  products: fc.subarray(['Card', '卡片']),
  gap: fc.constantFrom('missing', 'covered'),
  trends: fc.subarray(['alarm', 'rising']),
  words: fc.constantFrom('card refused', 'card stuck', '刷卡被拒'),
});

describe('the view of the issues', () => {
  it('is read from an address as it was written', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        // An address holds no lone surrogates.
        const written = { ...view, words: view.words.toWellFormed() };
        expect(parseView(`#${writeView(written)}`)).toEqual(written);
      }),
    );
    expect(writeView(WHOLE)).toBe('');
  });

  it('makes something of any address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (fragment) => {
        expect(SORTS).toContain(parseView(fragment).sort);
      }),
    );
    expect(parseView('#_top')).toEqual(WHOLE);
    expect(parseView('#sort=title&order=up&gap=missing')).toEqual({ ...WHOLE, gap: 'missing' });
  });

  it('shows what fits every field', () => {
    const row: IssueRow = {
      tickets: 3,
      impact: 1,
      urgency: 1,
      languages: ['en'],
      products: ['Card'],
      gap: 'missing',
      trends: ['rising', 'alarm'],
      words: 'card refused · 刷卡',
    };
    const fits = (view: Partial<IssueView>): boolean => isShown(row, { ...WHOLE, ...view });
    expect(fits({})).toBe(true);
    expect(fits({ gap: 'missing', trend: 'alarm', language: 'en', product: 'Card' })).toBe(true);
    expect(fits({ words: '  Refused CARD ' })).toBe(true);
    expect(fits({ words: 'refused wallet' })).toBe(false);
    for (const other of [{ gap: 'covered' }, { trend: 'new' }, { language: 'zh-CN' }, { product: 'Car' }])
      expect(fits(other)).toBe(false);
  });

  it('narrows with every field that is set', () => {
    fc.assert(
      fc.property(
        anyRow,
        anyView,
        fc.constantFrom('language', 'product', 'gap', 'trend', 'words'),
        (row, view, field) => {
          if (isShown(row, view)) expect(isShown(row, { ...view, [field]: '' })).toBe(true);
        },
      ),
    );
  });

  it('sorts the most first, the least first upside down, and keeps the order of equals', () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom(...SORTS), (rows, sort) => {
        const key = (row: IssueRow): number =>
          ({ tickets: -row.tickets, impact: row.impact, trend: -row.urgency })[sort];
        const sorted = rows.toSorted((a, b) => compareRows(a, b, { ...WHOLE, sort }));
        const reversed = rows.toSorted((a, b) => compareRows(a, b, { ...WHOLE, sort, isReversed: true }));
        expect(sorted.map(key)).toEqual(rows.map(key).toSorted((a, b) => a - b));
        expect(reversed.map(key)).toEqual(rows.map(key).toSorted((a, b) => b - a));
        for (const value of new Set(rows.map(key))) {
          const equals = (list: readonly IssueRow[]): IssueRow[] => list.filter((row) => key(row) === value);
          expect(equals(sorted)).toEqual(equals(rows));
        }
      }),
    );
  });

  it('calls an issue after the language of most of its tickets, and puts alarms before growth', () => {
    expect(languagesOf({ languages: { en: 3, 'zh-CN': 9, other: 0 } })).toEqual(['zh-CN']);
    expect(languagesOf({ languages: { en: 3, 'zh-CN': 3, other: 1 } })).toEqual(['en', 'zh-CN']);
    const quiet = { isRaised: false, since: null, observed: 1, expected: 1, probability: 0.5 };
    const raised = { ...quiet, isRaised: true, observed: 9 };
    const trend = { direction: 'steady', recent: 4, before: 8, ratio: 1 } as const;
    const ordered = [
      { alarm: raised, trend },
      { alarm: { ...raised, observed: 5 }, trend },
      { alarm: quiet, trend: { ...trend, direction: 'new' as const, before: 0, ratio: null } },
      { alarm: quiet, trend: { ...trend, direction: 'rising' as const, ratio: 6 } },
      { alarm: quiet, trend },
      { alarm: quiet, trend: { ...trend, recent: 0, ratio: 0 } },
    ].map(urgencyOf);
    expect(ordered).toEqual(ordered.toSorted((a, b) => b - a));
    expect(new Set(ordered).size).toBe(ordered.length);
  });
});
