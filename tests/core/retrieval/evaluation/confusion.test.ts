import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusions } from '../../../../src/core/retrieval/evaluation/confusion.ts';
import type { LabelledQuery } from '../../../../src/core/retrieval/evaluation/query.ts';

const slug = fc.constantFrom('card/a', 'card/b', 'wallet/c');
const labelled = fc.array(
  fc.record({ slugs: fc.uniqueArray(slug, { maxLength: 2 }), ranking: fc.uniqueArray(slug) }),
);

describe('confusions', () => {
  it('holds every query whose first article is wrong, once, and no other', () => {
    fc.assert(
      fc.property(labelled, (cases) => {
        const queries = cases.map(({ slugs }, i): LabelledQuery => ({
          id: `q${i}`,
          language: 'en',
          text: '',
          style: undefined,
          slugs,
        }));
        const found = confusions(
          queries,
          cases.map(({ ranking }) => ranking),
        );
        const wrong = cases.flatMap(({ slugs, ranking }, i) =>
          slugs.length > 0 && !slugs.some((each) => each === ranking[0]) ? [`q${i}`] : [],
        );
        expect(found.flatMap(({ queries: ids }) => ids).sort()).toEqual(wrong.sort());
        const pairs = found.map(({ expected, first }) => `${expected} ${first}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        const counts = found.map(({ queries: ids }) => ids.length);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });
});
