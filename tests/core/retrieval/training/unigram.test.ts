import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, trainUnigram } from '../../../../src/core/retrieval/training/unigram.ts';

const OPTIONS = { required: ['txhash'], longest: () => 8, isAllowed: () => true };

describe('the Unigram tokenizer', () => {
  it('finds the words that a text is made of', () => {
    const things = ['助记词', '钱包', '银行卡', '验证码', '地址', '账户'];
    const ends = ['丢失', '忘记', '过期', '锁定', '泄露', '作废'];
    const words = new Map(things.flatMap((thing) => ends.map((end) => [thing + end, 1])));
    const characters = new Set([...words.keys()].join('')).size;
    const wanted = [...things, ...ends];
    const pieces = new Map(trainUnigram(words, { ...OPTIONS, size: characters + 1 + wanted.length }));
    expect(wanted.filter((word) => !pieces.has(word))).toEqual([]);
    expect(segment('银行卡过期', pieces)).toEqual(['银行卡', '过期']);
    expect(pieces.has('txhash')).toBe(true);
  });

  it('keeps every character, and never a piece that is not allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[abcd]{1,8}$/), { minLength: 1, maxLength: 20 }), (texts) => {
        const words = new Map(texts.map((text) => [text, 5]));
        const pieces = trainUnigram(words, {
          ...OPTIONS,
          size: 12,
          isAllowed: (piece) => !piece.endsWith('d'),
        });
        const known = new Set(pieces.map(([piece]) => piece));
        for (const text of texts) for (const character of text) expect(known.has(character)).toBe(true);
        expect([...known].filter((piece) => piece.length > 1 && piece.endsWith('d'))).toEqual([]);
      }),
    );
  });
});

describe('segmentation', () => {
  it('is the most probable of all, found by trying every one', () => {
    const letters = fc.stringMatching(/^[ab]{1,7}$/);
    const table = fc.dictionary(
      fc.stringMatching(/^[ab]{1,3}$/),
      fc.double({ min: -9, max: -1, noNaN: true }),
    );
    fc.assert(
      fc.property(letters, table, (word, dictionary) => {
        const pieces = new Map(Object.entries({ a: -8, b: -8, ...dictionary }));
        const score = (parts: readonly string[]): number =>
          parts.reduce((sum, part) => sum + pieces.get(part)!, 0);
        const found = segment(word, pieces);
        expect(found.join('')).toBe(word);
        expect(score(found)).toBeCloseTo(Math.max(...everySegmentation(word, pieces).map(score)), 9);
      }),
    );
  });
});

function everySegmentation(word: string, pieces: ReadonlyMap<string, number>): string[][] {
  if (word === '') return [[]];
  return [...pieces.keys()]
    .filter((piece) => word.startsWith(piece))
    .flatMap((piece) => everySegmentation(word.slice(piece.length), pieces).map((rest) => [piece, ...rest]));
}
