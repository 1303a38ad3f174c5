import { base58, base58xrp } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BITCOIN, fromBase58, XRP } from '../../../src/core/privacy/base58.ts';

describe('base 58', () => {
  it.each([
    ['Bitcoin', BITCOIN, base58],
    ['XRP', XRP, base58xrp],
  ] as const)('of %s gives the bytes that the library gives', (_, alphabet, library) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fromBase58(library.encode(bytes), alphabet)).toEqual(bytes);
      }),
    );
  });

  it('has no 0, O, I and l', () => {
    for (const letter of '0OIl') expect(() => fromBase58(`a${letter}b`, BITCOIN)).toThrow(RangeError);
  });
});
