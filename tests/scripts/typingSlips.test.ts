import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSlips } from '../../scripts/model/typingSlips.ts';
import { seededRandom } from '../../src/core/random.ts';
import { isOneSlip } from '../../src/core/retrieval/spelling.ts';

describe('typing slips', () => {
  it('are one slip a word, or none where a letter was swapped for itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.integer(), (word, seed) => {
        const slipped = withSlips(word, 1, seededRandom(seed));
        expect(slipped === word || isOneSlip(slipped, word)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('leave Chinese and short words alone', () => {
    expect(withSlips('我的btc没到 the gas', 1, seededRandom(1))).toBe('我的btc没到 the gas');
  });
});
