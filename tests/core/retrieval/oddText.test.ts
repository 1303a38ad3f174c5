import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSafety } from '../../../scripts/lib/articles.ts';
import { buildIndexes } from '../../../scripts/lib/knowledge.ts';
import { loadTable } from '../../../scripts/lib/models.ts';
import { lexicalScores } from '../../../src/core/retrieval/lexicalIndex.ts';
import { correctorFor } from '../../../src/core/retrieval/corrector.ts';
import { suggest } from '../../../src/core/retrieval/suggest.ts';

const model = await loadTable();
const indexes = await buildIndexes('public', model);
const safety = await loadSafety();
const correct = correctorFor(indexes, model.words);

/** A string whose units are taken from a range of code units. */
const unitsBetween = (min: number, max: number, maxLength = 200) =>
  fc.array(fc.integer({ min, max }), { maxLength }).map((units) => String.fromCharCode(...units));

const oddText = fc.oneof(
  fc.constantFrom('', ' ', '\n\t\u3000\u00a0', '\u0000', '\ufeff', '\u202e'),
  fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r', '\u3000', '\u200b'), maxLength: 300 }),
  unitsBetween(0, 0x1f),
  unitsBetween(0x7f, 0x9f),
  unitsBetween(0xd800, 0xdfff),
  fc.string({ unit: fc.constantFrom('😀', '👩‍👩‍👧', '🇨🇭', '👍🏽', '❤️', '💳'), maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .tuple(fc.constantFrom('我的卡', 'card declined ', 'x', '\ud83d', '😀', 'a\n', '0x', '0.'), oddSuffix())
    .map(([unit, suffix]) => unit.repeat(Math.ceil(100_000 / unit.length)) + suffix),
);

function oddSuffix() {
  return fc.constantFrom('', '\ud800', '。', '\u0000');
}

describe('whatever is typed', () => {
  const options = { language: 'en', threshold: 0, limit: 3, safety } as const;

  it('gets a list, and no error, with a model and without', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, async (text) => {
        const mended = correct(text);
        const [vector] = await model.embed([mended]);
        expect(vector).toHaveLength(model.dim);
        expect(vector!.every(Number.isFinite)).toBe(true);
        for (const given of [vector, undefined]) {
          const found = suggest(mended, given, indexes, options);
          expect(found.length).toBeLessThanOrEqual(3);
          for (const { probability } of found) expect(probability >= 0 && probability <= 1).toBe(true);
        }
      }),
    );
  });

  it('is read only so far: a pasted log costs no more than its beginning', async () => {
    const log = 'card declined 付款失败 error 0x1f at 12:00\n'.repeat(2_500);
    expect(log.length).toBeGreaterThan(90_000);
    const [whole, beginning] = await model.embed([log, log.slice(0, 4_000)]);
    expect(whole).toEqual(beginning);
    for (const { lexical } of indexes)
      expect(lexicalScores(lexical, log)).toEqual(lexicalScores(lexical, log.slice(0, 2_000)));
    const started = performance.now();
    suggest(correct(log), whole, indexes, options);
    // Ten times what a slow machine takes: a guard against time that grows faster than the text.
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
