import { describe, expect, it } from 'vitest';
import { articleGuess } from '../../../src/core/mining/articleGuess.ts';
import type { IndexedArticle } from '../../../src/core/retrieval/knowledgeIndex.ts';
import { trainClassifier } from '../../../src/core/retrieval/tuning/trainClassifier.ts';

const article = (slug: string): IndexedArticle => ({
  slug,
  title: slug,
  description: '',
  reviewed: undefined,
  passages: [],
});
const ways = (word: string, others: readonly string[]): string[] =>
  others.flatMap((other) => [`${word} ${other}`, `${other} ${word}`]);
const FOREIGN = [
  'parcel late',
  'where is my parcel',
  'parcel at the wrong door',
  'the courier lost a parcel',
];
const guess = articleGuess([
  {
    language: 'en',
    articles: [article('card/pin'), article('wallet/swap')],
    words: trainClassifier(
      [
        ways('pin', ['blocked', 'forgot', 'wrong', 'atm']),
        ways('swap', ['failed', 'slippage', 'stuck', 'quote']),
      ],
      [...FOREIGN, ...FOREIGN],
    ),
  },
]);

describe('the article that a ticket speaks for', () => {
  it('is the one whose words it has', () => {
    expect(guess({ text: 'my pin is blocked at the atm', language: 'en' })).toBe('card/pin');
    expect(guess({ text: 'SWAP stuck, slippage', language: 'en' })).toBe('wallet/swap');
  });

  it('is none if its words are of other matters, or of a language without articles', () => {
    expect(guess({ text: 'the parcel was left at the wrong door', language: 'en' })).toBeUndefined();
    expect(guess({ text: '卡的密码忘了', language: 'zh-CN' })).toBeUndefined();
  });

  it('is asked for in English where the language is another', () => {
    expect(guess({ text: 'pin blocked', language: 'other' })).toBe('card/pin');
  });
});
