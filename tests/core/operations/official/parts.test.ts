import fc from 'fast-check';
import { domainToASCII, domainToUnicode } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lookalikesOf, skeleton } from '../../../../src/core/operations/official/confusables.ts';
import { changedRange, isOneSlipApart } from '../../../../src/core/operations/official/distance.ts';
import { unicodeHost } from '../../../../src/core/operations/official/punycode.ts';
import { resemblance } from '../../../../src/core/operations/official/resemblance.ts';

describe('punycode', () => {
  it('is decoded as Node decodes it', () => {
    const label = fc
      .array(fc.constantFrom(...'abcz019-éüßаеіλ钱包官网日本한국'), { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(label, label, (one, other) => {
        const ascii = domainToASCII(`${one}.${other}.example`);
        fc.pre(ascii !== '');
        expect(unicodeHost(ascii)).toBe(domainToUnicode(ascii));
      }),
    );
  });

  it.each(['xn--', 'xn--a', 'xn--99999999999', 'xn--ü', 'XN--0.example'])(
    'that is none, %s, does not fail',
    (host) => {
      expect(unicodeHost(host)).toBeTypeOf('string');
    },
  );
});

describe('one slip', () => {
  const word = fc.array(fc.constantFrom(...'abc'), { maxLength: 5 }).map((signs) => signs.join(''));

  it('is what all single slips of a word lead to', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isOneSlipApart(one, other)).toBe(slips(one).has(other) && one !== other);
      }),
      { numRuns: 3000 },
    );
  });

  it('lies in the range that is named', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const { start, end } = changedRange(one, other);
        expect(one.startsWith(other.slice(0, start))).toBe(true);
        expect(one.endsWith(other.slice(end))).toBe(true);
      }),
    );
  });

  /** Every text that one slip makes of a word: slow and obvious. */
  function slips(text: string): Set<string> {
    const results = new Set<string>();
    for (let at = 0; at <= text.length; at++) {
      const [before, after] = [text.slice(0, at), text.slice(at)];
      if (after.length > 0) results.add(before + after.slice(1));
      if (after.length > 1) results.add(before + after[1]! + after[0]! + after.slice(2));
      for (const letter of 'abc') {
        results.add(before + letter + after);
        if (after.length > 0) results.add(before + letter + after.slice(1));
      }
    }
    return results;
  }
});

describe('skeletons', () => {
  it('of a text and of its look-alike are the same', () => {
    for (const letter of 'abcdefghijkmnopqrstuvwxyz') {
      for (const lookalike of lookalikesOf(letter)) {
        expect(skeleton(lookalike).text, `${lookalike} for ${letter}`).toBe(skeleton(letter).text);
      }
    }
  });

  it.each('аa сc ԁd еe һh іi јj оo рp ѕs уy хx ӏl αa ιi νv οo ρp ıi ɑa ɡg 0o 1l 5s'.split(' '))(
    'read %s as it is taken by people',
    (pair) => {
      const [lookalike, letter] = [...pair];
      expect(skeleton(lookalike!).text).toBe(skeleton(letter!).text);
    },
  );

  it.each([
    ['rn', 'm'],
    ['vv', 'w'],
    ['cl', 'd'],
  ])('read %s as %s', (pair, letter) => {
    expect(skeleton(pair).text).toBe(skeleton(letter).text);
    expect(skeleton(pair, false).text).not.toBe(skeleton(letter).text);
  });

  it('name the stretch that each of their letters stands for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), fc.boolean(), (text, joinsPairs) => {
        const { text: letters, sources } = skeleton(text, joinsPairs);
        expect(sources).toHaveLength(letters.length);
        for (const [i, { start, end }] of sources.entries()) {
          expect(start).toBeGreaterThanOrEqual(sources[i - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('a name', () => {
  it.each([
    ['firstline', 'same'],
    ['FirstLine', 'same'],
    ['my-firstline-app', 'contains'],
    ['firstIine', 'lookalike'],
    ['fırstlıne', 'lookalike'],
    ['𝐟irstline', 'lookalike'],
    ['firstlin', 'typo'],
    ['fristline', 'typo'],
    ['first.line', 'typo'],
    ['pay-fristline', 'typo'],
    ['frontline', undefined],
    ['first', undefined],
    ['line', undefined],
    ['firefly', undefined],
  ])('%s is like ours: %s', (written, kind) => {
    expect(resemblance(written, 'firstline')?.kind).toBe(kind);
  });

  it.each([
    ['acme-pay', 'contains'],
    ['acmé', 'lookalike'],
    ['acne', undefined],
    ['pharmacme', undefined],
  ])('of four letters is not looked for in words: %s', (written, kind) => {
    expect(resemblance(written, 'acme')?.kind).toBe(kind);
  });
});
