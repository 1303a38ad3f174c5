import { entropyToMnemonic, validateMnemonic } from '@scure/bip39';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_LISTS } from '../../../src/core/privacy/allLists.ts';
import { checksumOf } from '../../../src/core/privacy/checksum.ts';

describe('the checksum of a phrase', () => {
  it.each(ALL_LISTS.map(({ words }) => [words[0]!, words] as const))(
    'fits where the library says so, in the list of %s',
    (_, words) => {
      const passes = checksumOf(words);
      const entropy = fc
        .constantFrom(16, 20, 24, 28, 32)
        .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
      fc.assert(
        fc.property(entropy, fc.nat(30), fc.nat(2047), (bytes, place, other) => {
          const phrase = entropyToMnemonic(bytes, words as string[]).split(/[ \u3000]/);
          const right = phrase.map(
            (word) => words.find((listed) => listed === word.normalize('NFKD')) ?? word,
          );
          expect(passes(right)).toBe(true);
          const changed = right.with(place % right.length, words[other]!);
          expect(passes(changed)).toBe(validateMnemonic(changed.join(' '), words as string[]));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('fits no other number of words, and no word of another list', () => {
    const passes = checksumOf(ALL_LISTS[0]!.words);
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
    expect(passes(phrase)).toBe(true);
    expect(passes(phrase.slice(0, 11))).toBe(false);
    expect(passes([])).toBe(false);
    expect(passes(phrase.with(3, 'abandonado'))).toBe(false);
  });
});
