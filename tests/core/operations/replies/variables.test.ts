import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../src/core/article/language.ts';
import { fillIn, placeholdersIn } from '../../../../src/core/operations/replies/placeholders.ts';
import { isOfType, showValue, VARIABLE_TYPES } from '../../../../src/core/operations/replies/variables.ts';

const HASH = '9f3c1d0e7b5a48264d2c80f1a6e39b57c4d8e2f01b6a7953dce48f2071ab36d5';

describe('what an agent fills in', () => {
  test.each([
    [
      'amount',
      ['12.50 EUR', '300 USDT', '1,234.5 BTC', '$300', '¥ 88.00', '0.01ETH'],
      ['EUR', '12,', 'a lot', '300', '-5 EUR', '=1+1'],
    ],
    ['date', ['2026-11-21', '2024-02-29'], ['2026-02-30', '21.11.2026', 'today', '2026-1-1']],
    [
      'hash',
      [HASH, `0x${HASH}`, `https://tronscan.org/#/transaction/${HASH}`],
      ['0x12', 'hash', HASH.slice(1)],
    ],
    ['lastFour', ['4242', ' 0001 '], ['42', '42424', '4242 4242 4242 4242', 'abcd']],
    [
      'link',
      ['https://example.com/a?b=c#d'],
      ['http://example.com', 'javascript:alert(1)', 'https://a b', 'https://x")'],
    ],
    ['text', ['Hotel Sol', '星巴克'], ['', '   ', 'x'.repeat(201)]],
  ] as const)('%s', (type, right, wrong) => {
    for (const value of right) expect(isOfType(type, value), value).toBe(true);
    for (const value of wrong) expect(isOfType(type, value), value).toBe(false);
  });

  test('days are shown as people write them', () => {
    expect(showValue('date', '2026-11-05', 'en')).toBe('5 November 2026');
    expect(showValue('date', '2026-11-05', 'zh-CN')).toBe('2026 年 11 月 5 日');
  });

  test('a value is one line, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIABLE_TYPES), fc.string({ unit: 'binary' }), (type, value) => {
        for (const language of LANGUAGES)
          expect(showValue(type, value, language)).not.toMatch(/[\r\n\u2028]/);
      }),
    );
  });
});

describe('names in braces', () => {
  test('are filled in, and nothing that a value holds is', () => {
    expect(fillIn('{a} and {b}, {c}', { a: '{b}', b: '$&' }, 'en')).toBe('{b} and $&, {c}');
    expect(placeholdersIn('{a} {b} {a} {not this} {}')).toEqual(['a', 'b']);
    expect(fillIn('{constructor} {toString}', {}, 'en')).toBe('{constructor} {toString}');
  });

  test('Chinese stands apart from Latin letters and digits', () => {
    expect(fillIn('共{amount}到账', { amount: '300 USDT' }, 'zh-CN')).toBe('共 300 USDT 到账');
    expect(fillIn('在{merchant}付款，{date}', { merchant: '星巴克', date: '5 日' }, 'zh-CN')).toBe(
      '在星巴克付款，5 日',
    );
    expect(fillIn('在 {shop} 付款', { shop: 'Aldi' }, 'zh-CN')).toBe('在 Aldi 付款');
  });
});
