import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndexes } from '../../../scripts/lib/knowledge.ts';
import { loadTable } from '../../../scripts/lib/models.ts';
import { config } from '../../../src/config.ts';
import { rerank, suggestAgain } from '../../../src/core/retrieval/rerank.ts';
import { suggest } from '../../../src/core/retrieval/suggest.ts';
import { quantize } from '../../../src/core/retrieval/vectors.ts';

const article = (dense: number) => ({ dense, lexical: 0, words: 0 });
const score = fc.double({ min: -1, max: 1, noNaN: true });
const scores = fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 10 });

describe('a second opinion', () => {
  it('moves an article up by as much as it stands out', () => {
    const ranked = [0.6, 0.5, 0.4].map(article);
    const opinions = new Map(ranked.map((one, i) => [one, [0.8, 0.95, 0.8][i]!]));
    const dense = rerank(ranked, (one) => opinions.get(one)!).map((one) => one.dense);
    expect(Math.max(...dense)).toBe(dense[1]);
    expect(dense[0]!).toBeGreaterThan(dense[2]!);
  });

  it('changes nothing if it agrees, on whatever scale its scores lie', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.1, max: 10, noNaN: true }), score, (pairs, factor, shift) => {
        const ranked = pairs.map(([dense]) => article(dense));
        rerank(ranked, ({ dense }) => dense * factor + shift).forEach(({ dense }, i) =>
          expect(dense).toBeCloseTo(ranked[i]!.dense, 6),
        );
      }),
    );
  });

  it('changes nothing if it cannot tell the articles apart, or there is only one', () => {
    const ranked = [0.6, 0.5].map(article);
    expect(rerank(ranked, () => 0.9)).toEqual(ranked);
    expect(rerank([article(0.6)], () => 0.1)).toEqual([article(0.6)]);
    expect(rerank([], () => 1)).toEqual([]);
  });

  it('keeps the mean, so that what is shown at all goes on meaning what it did', () => {
    const mean = (values: readonly { dense: number }[]): number =>
      values.reduce((sum, { dense }) => sum + dense, 0) / values.length;
    fc.assert(
      fc.property(scores, (pairs) => {
        const ranked = pairs.map(([dense, second]) => ({ ...article(dense), second }));
        expect(mean(rerank(ranked, ({ second }) => second))).toBeCloseTo(mean(ranked), 6);
      }),
    );
  });

  it('is asked about the ten best only', () => {
    const ranked = Array.from({ length: 14 }, (_, i) => article(1 - i / 20));
    let asked = 0;
    const reranked = rerank(ranked, () => asked++);
    expect(asked).toBe(10);
    expect(reranked.slice(10)).toEqual(ranked.slice(10));
  });
});

describe('suggestions with a second opinion', async () => {
  const model = await loadTable();
  const indexes = await buildIndexes('public', model);
  const options = { language: 'en', ...config.suggestions } as const;
  const text = 'my usdt never arrived, sent yesterday';
  const [vector] = await model.embed([text]);
  const first = suggest(text, vector, indexes, options);

  it('are the first ones if both models are one', () => {
    const opinion = { vector: vector!, units: indexes.map(({ vectors }) => vectors!) };
    const again = suggestAgain(text, vector!, indexes, opinion, options);
    expect(again.map(({ slug }) => slug)).toEqual(first.map(({ slug }) => slug));
    expect(again.map(({ passage }) => passage)).toEqual(first.map(({ passage }) => passage));
    again.forEach(({ probability }, i) => expect(probability).toBeCloseTo(first[i]!.probability, 2));
  });

  it('put first what the second model is sure of, among what the first found', () => {
    const wanted = first.at(-1)!.slug;
    const units = indexes.map((index) =>
      quantize(
        index.units.map(({ article: at }) => Float32Array.of(index.articles[at]!.slug === wanted ? 1 : 0, 1)),
        2,
      ),
    );
    const opinion = { vector: Float32Array.of(1, 0), units };
    const again = suggestAgain(text, vector!, indexes, opinion, { ...options, threshold: 0 });
    const place = (list: typeof again): number => list.findIndex(({ slug }) => slug === wanted);
    expect(again).toHaveLength(options.limit);
    expect(place(again)).toBeLessThanOrEqual(place(first));
    expect(again[place(again)]!.why.dense).toBeGreaterThan(first[place(first)]!.why.dense);
  });
});
