import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecoveryPhrases } from '../../../src/core/privacy/recoveryPhrase.ts';

const entropy = fc
  .constantFrom(16, 20, 24, 28, 32)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));

/** The ways people type the words of a phrase. */
const typed = fc.constantFrom<(words: string[]) => string>(
  (words) => words.join(' '),
  (words) => words.join(', '),
  (words) => words.join('\n'),
  (words) => words.map((word, i) => `${i + 1}. ${word}`).join('\n'),
  (words) => words.map((word, i) => `${i + 1})${word.toUpperCase()}`).join(' '),
  (words) =>
    `hi my phrase: ${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' - ')} please help`,
  (words) => words.join('　'),
);

describe('recovery phrases', () => {
  it('are found in English however they are typed, also with one word mistyped', () => {
    fc.assert(
      fc.property(entropy, typed, fc.option(fc.nat(9)), (bytes, type, slip) => {
        const words = entropyToMnemonic(bytes, english).split(' ');
        if (slip !== null) words[slip + 1] = 'qqqq';
        expect(findRecoveryPhrases(type(words))).toHaveLength(1);
      }),
    );
  });

  it('are found in both Chinese lists with anything between the characters', () => {
    fc.assert(
      fc.property(entropy, typed, fc.constantFrom(simplified, traditional), (bytes, type, list) => {
        const words = entropyToMnemonic(bytes, list).normalize('NFKC').split(' ');
        expect(findRecoveryPhrases(type(words))).toHaveLength(1);
      }),
    );
  });

  it('are found in Chinese run together, where the text speaks of them', () => {
    const words = '的 的 的 的 的 的 的 的 的 的 的 在'.split(' ');
    // The published vector of zeros is all function characters: found with separators, taken for a sentence without.
    expect(findRecoveryPhrases(words.join(' '))).toHaveLength(1);
    const phrase = entropyToMnemonic(
      Uint8Array.from({ length: 16 }, (_, i) => (i * 37 + 11) % 256),
      simplified,
    ).replaceAll(' ', '');
    expect(findRecoveryPhrases(`我的助记词是：${phrase}，帮我看看`)).toHaveLength(1);
    expect(findRecoveryPhrases(`恢复不了 ${phrase}`)).toHaveLength(1);
  });

  it.each([
    'I lost my recovery phrase and cannot find the paper with the twelve words anywhere, what can I do about it now?',
    'i sent usdt from binance to my wallet yesterday and it still has not arrived, the exchange says it is complete',
    '我的助记词丢了怎么办，我把手机弄丢了，现在也没有备份，钱还能找回来吗',
    '助记词恢复以后余额是零，我明明记得里面有三千多U，是不是路径不对',
    '客服你好，我昨天转账的时候选错了网络，现在币不见了，麻烦帮我查一下好吗',
    '1 2 3 4 5 6 7 8 9 10 11 12',
    '',
  ])('are not seen in %j', (text) => {
    expect(findRecoveryPhrases(text)).toEqual([]);
  });
});
