import { describe, expect, it } from 'vitest';
import { isSparing } from '../../src/widget/connection.ts';

describe('few bytes are asked for', () => {
  it.each([
    { saveData: true, effectiveType: '4g', downlink: 10 },
    { effectiveType: 'slow-2g' },
    { effectiveType: '2g' },
    { effectiveType: '3g', downlink: 1.4 },
    { effectiveType: '4g', downlink: 1 },
  ])('by %j', (connection) => expect(isSparing(connection)).toBe(true));

  it.each([
    undefined,
    {},
    { saveData: false, effectiveType: '4g', downlink: 10 },
    // What Chrome says of a cable before it has measured anything, with its noise.
    { effectiveType: '4g', downlink: 1.3 },
    { effectiveType: '4g', downlink: 1.45 },
    // Without a network, what was kept costs nothing.
    { effectiveType: '4g', downlink: 0 },
  ])('not by %j', (connection) => expect(isSparing(connection)).toBe(false));
});
