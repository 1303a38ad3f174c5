import { describe, expect, it } from 'vitest';
import { articleGuess, guessAll } from '../../../src/core/mining/articleGuess.ts';
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

const likeliest = (text: string, language: 'en' | 'other' = 'en'): string | undefined =>
  [...guess({ text, language })].sort(([, a], [, b]) => b - a)[0]?.[0];

describe('the article that a ticket speaks for', () => {
  it('is the one whose words it has', () => {
    expect(likeliest('my pin is blocked at the atm')).toBe('card/pin');
    expect(likeliest('SWAP stuck, slippage')).toBe('wallet/swap');
  });

  it('is several, by their shares, if its words are of several', () => {
    const shares = guess({ text: 'pin blocked, swap failed', language: 'en' });
    expect([...shares.keys()].sort()).toEqual(['card/pin', 'wallet/swap']);
    expect([...shares.values()].reduce((sum, share) => sum + share)).toBeCloseTo(1);
  });

  it('is none if its words are of other matters, or of a language without articles', () => {
    expect(guess({ text: 'the parcel was left at the wrong door', language: 'en' })).toEqual(new Map());
    expect(guess({ text: '卡的密码忘了', language: 'zh-CN' })).toEqual(new Map());
  });

  it('is asked for in English where the language is another', () => {
    expect(likeliest('pin blocked', 'other')).toBe('card/pin');
  });

  it('is left alone where most of an export is about other matters', () => {
    const of = (text: string) => ({ text, language: 'en' as const });
    const ours = [of('pin blocked'), of('swap failed'), of('forgot pin')];
    const foreign = [of('the courier lost a parcel'), of('where is my parcel')];
    expect([...guessAll([...ours, foreign[0]!], guess).keys()]).toEqual([...ours, foreign[0]]);
    expect(guessAll([...ours, ...foreign], guess).size).toBe(0);
  });
});
