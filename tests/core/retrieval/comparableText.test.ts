import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableText } from '../../../src/core/retrieval/comparableText.ts';
import { termsOf } from '../../../src/core/retrieval/terms.ts';

describe('the comparable form of a text', () => {
  it.each([
    ['轉帳沒有到帳', '转帐没有到帐'],
    ['助記詞遺失', '助记词遗失'],
    ['ＵＳＤＴ　１００', 'USDT 100'],
    ['我的usdt提到bsc了', '我的usdt提到bsc了'],
  ])('%s becomes %s', (text, expected) => {
    expect(comparableText(text)).toBe(expected);
  });

  it.each([
    ['0xdAC17F958D2ee523a2206206994597C13D831ec7', 'walletaddress'],
    ['TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf', 'walletaddress'],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'walletaddress'],
    ['0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b', 'txhash'],
  ])('%s says only that it is of the kind %s', (identifier, kind) => {
    expect(comparableText(`我转到${identifier}了`).replace(/\s+/g, ' ')).toBe(`我转到 ${kind} 了`);
    // Its kind is no word to look for: half of all tickets hold an address.
    expect(termsOf(`lost ${identifier}`)).toEqual(termsOf('lost'));
  });

  it.each(['internationalization', 'https://example.com/a-long-path/page', '1234567890123456'])(
    'leaves %s as it is',
    (text) => {
      expect(comparableText(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = comparableText(text);
        expect(comparableText(once)).toBe(once);
      }),
    );
  });
});
