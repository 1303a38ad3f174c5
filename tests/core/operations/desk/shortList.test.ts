import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_INTERNAL, MOST_SHOWN, shortList } from '../../../../src/core/operations/desk/shortList.ts';

test('the short list is the longest beginning that keeps both limits, in order', () => {
  const found = fc.uniqueArray(fc.record({ id: fc.nat(), isInternal: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });
  fc.assert(
    fc.property(found, (items) => {
      const shown = shortList(items, ({ isInternal }) => isInternal);
      expect(shown.length).toBeLessThanOrEqual(MOST_SHOWN);
      expect(shown.filter(({ isInternal }) => isInternal).length).toBeLessThanOrEqual(MOST_INTERNAL);
      // What is left out had no room: every one before the last shown is there, but for runbooks beyond the limit.
      const places = shown.map((item) => items.indexOf(item));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const item of items.slice(0, (places.at(-1) ?? -1) + 1))
        if (!item.isInternal) expect(shown).toContain(item);
      const publicCount = items.filter(({ isInternal }) => !isInternal).length;
      const internalCount = Math.min(MOST_INTERNAL, items.length - publicCount);
      expect(shown.length).toBe(Math.min(MOST_SHOWN, publicCount + internalCount));
    }),
  );
});
