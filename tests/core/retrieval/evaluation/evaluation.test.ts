import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abstention,
  qualityByLanguage,
  rankingQuality,
} from '../../../../src/core/retrieval/evaluation/evaluate.ts';
import {
  firstRelevant,
  ndcg10,
  percentile,
  share,
} from '../../../../src/core/retrieval/evaluation/metrics.ts';
import { parseQuery, type LabelledQuery } from '../../../../src/core/retrieval/evaluation/query.ts';

const slug = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const ranking = fc.uniqueArray(slug);

describe('measures of a ranking', () => {
  it('agree with what they are worked out by hand', () => {
    expect(firstRelevant(['a', 'b', 'c'], ['c', 'b'])).toBe(2);
    expect(firstRelevant(['a'], ['z'])).toBeUndefined();
    expect(ndcg10(['a', 'b'], ['a', 'b'])).toBe(1);
    expect(ndcg10(['b'], ['a'])).toBe(0);
    expect(ndcg10(['x', 'a'], ['a'])).toBeCloseTo(1 / Math.log2(3));
    expect(percentile([5, 1, 9, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 9, 3], 0.95)).toBe(9);
  });

  it('stay between nought and one, and only the ideal order reaches one', () => {
    fc.assert(
      fc.property(ranking, fc.uniqueArray(slug, { minLength: 1 }), (ranked, relevant) => {
        const gain = ndcg10(ranked, relevant);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain).toBeLessThanOrEqual(1 + 1e-12);
        expect(
          ndcg10([...relevant, ...ranked.filter((one) => !relevant.includes(one))], relevant),
        ).toBeCloseTo(1);
      }),
    );
  });

  it('carry an interval that holds the share and narrows with n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, k) => {
        const hits = Math.min(n, k);
        const { value, low, high } = share(hits, n);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        const wider = share(hits, n);
        const narrower = share(hits * 4, n * 4);
        expect(narrower.high - narrower.low).toBeLessThan(wider.high - wider.low);
      }),
    );
  });
});

const QUERIES: LabelledQuery[] = [
  { id: '1', language: 'en', text: 'x', style: undefined, slugs: ['a'] },
  { id: '2', language: 'zh-CN', text: 'x', style: undefined, slugs: ['b', 'c'] },
  { id: '3', language: 'zh-CN', text: 'x', style: undefined, slugs: ['d'] },
  { id: '4', language: 'en', text: 'x', style: undefined, slugs: [] },
];
const RANKINGS = [['a', 'b'], ['a', 'c'], ['a', 'b', 'c', 'd'], ['a']];

describe('an evaluation', () => {
  it('counts only queries with an answer, by language', () => {
    expect(rankingQuality(QUERIES, RANKINGS)).toMatchObject({
      n: 3,
      'recall@1': 1 / 3,
      'recall@3': 2 / 3,
      'mrr@10': (1 + 1 / 2 + 1 / 4) / 3,
    });
    expect(qualityByLanguage(QUERIES, RANKINGS)).toMatchObject({
      en: { n: 1, 'recall@1': 1 },
      'zh-CN': { n: 2, 'recall@1': 0, 'recall@3': 0.5 },
    });
  });

  it('holds silence against what should be silent', () => {
    expect(abstention(QUERIES, [true, false, true, true])).toEqual({
      offTopic: 1,
      offTopicAnswered: 1,
      answerable: 3,
      answerableRefused: 1 / 3,
    });
  });
});

it('reads a queries file, and says what a line lacks', () => {
  expect(parseQuery('{"id":7,"lang":"zh","text":"没到账","slugs":["a"]}')).toEqual({
    id: '7',
    language: 'zh-CN',
    text: '没到账',
    style: undefined,
    slugs: ['a'],
  });
  expect(() => parseQuery('{"id":7,"lang":"fr","text":"x","slugs":[]}')).toThrow('lang is "fr"');
  expect(() => parseQuery('{"id":7}')).toThrow();
});
