import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropSecrets } from '../../../../src/core/operations/triage/dropSecrets.ts';
import { findSecrets } from '../../../../src/core/privacy/secrets.ts';

const WORDS = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
const part = (from: number, to: number) => WORDS.slice(from, to).join(' ');
const HARMLESS = { 'last-four': '4242', time: '2026-11-21 14:05 UTC+8', hash: `0x${'9f3c1d0e'.repeat(8)}` };

describe('evidence without secrets', () => {
  test('loses the field that holds one, and no other', () => {
    expect(dropSecrets({ ...HARMLESS, error: part(0, 12) }, findSecrets)).toEqual({
      evidence: HARMLESS,
      kinds: ['recovery-phrase'],
    });
    expect(dropSecrets({ ...HARMLESS, merchant: '4111 1111 1111 1111' }, findSecrets)).toEqual({
      evidence: HARMLESS,
      kinds: ['card-number'],
    });
  });

  test('loses every field that holds a part of one', () => {
    const split = { ...HARMLESS, error: part(0, 4), site: part(4, 8), merchant: part(8, 12) };
    expect(dropSecrets(split, findSecrets)).toEqual({ evidence: HARMLESS, kinds: ['recovery-phrase'] });
  });

  test('is all of it where there is none, also if a field speaks of a code and another holds digits', () => {
    const evidence = { ...HARMLESS, error: 'The code is wrong', 'authorisation-id': '829104' };
    expect(dropSecrets(evidence, findSecrets)).toEqual({ evidence, kinds: [] });
  });

  test('never holds a word of a phrase, wherever that is cut', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 4 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), 12];
        const parts = places.slice(1).map((to, i) => [`field${i}`, part(places[i]!, to)] as const);
        const { evidence } = dropSecrets({ ...HARMLESS, ...Object.fromEntries(parts) }, findSecrets);
        expect(evidence).toEqual(HARMLESS);
      }),
      { numRuns: 50 },
    );
  });
});
