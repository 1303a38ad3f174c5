import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutOverlaps } from '../../../src/core/privacy/overlap.ts';
import { inPieces } from '../../../src/core/privacy/pieces.ts';
import type { Finder } from '../../../src/core/privacy/secret.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

/** Finds every run of at least three x: short enough that each fits into what a piece sees. */
const findRuns: Finder<'password'> = (text) =>
  [...text.matchAll(/x{3,}/g)].map(({ 0: run, index }) => ({
    kind: 'password',
    start: index,
    end: index + run.length,
  }));

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const FILLER = 'Nothing has arrived and I am worried. 我的转账一直没有到账。\n';

describe('a long text in pieces', () => {
  it('gives what the whole text gives, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', 'xx', 'xxxx', '.'), { maxLength: 200 }), (parts) => {
        const text = parts.join('').replace(/x{30,}/g, 'xxx.');
        const pieced = inPieces(findRuns, 40, 30);
        expect(withoutOverlaps(text, pieced(text))).toEqual(findRuns(text));
      }),
    );
  });

  it('holds a secret that is longer than a piece together', () => {
    const text = `a ${'x'.repeat(300)} b`;
    const found = withoutOverlaps(text, inPieces(findRuns, 40, 30)(text));
    expect(found).toEqual([{ kind: 'password', start: 2, end: 302 }]);
  });

  it('finds a phrase whole at every place around a cut', () => {
    for (let before = 15_900; before < 16_100; before += 7) {
      const head = FILLER.repeat(300).slice(0, before);
      const text = `${head}\n${PHRASE}\n${FILLER.repeat(300)}`;
      const found = findSecrets(text);
      // A word of the sentence beside it may be on a list, and is then taken along.
      expect(found).toHaveLength(1);
      expect(text.slice(found[0]!.start, found[0]!.end)).toContain(PHRASE);
      expect(found[0]!.end - found[0]!.start).toBeLessThan(PHRASE.length + 40);
    }
  });
});
