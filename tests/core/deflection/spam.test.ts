import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitMs } from '../../../src/core/deflection/spam.ts';

const time = fc.integer({ min: 0, max: 4e12 });

it('lets nobody send within three seconds, and nobody wait for longer', () => {
  fc.assert(
    fc.property(time, time, (startedAt, now) => {
      const wait = waitMs({ trap: '', startedAt }, now);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(3000);
      if (now >= startedAt) expect(now + wait - startedAt).toBeGreaterThanOrEqual(3000);
      if (now >= startedAt + 3000) expect(wait).toBe(0);
    }),
  );
});
