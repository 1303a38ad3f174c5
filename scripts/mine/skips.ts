import { SKIP_REASONS, skipWords, type SkipReason } from '../../src/core/ticket/skipReason.ts';

const NAMED = 5;

export interface Skips {
  readonly add: (reason: SkipReason, place: string, count?: number) => void;
  /** By reason, in a fixed order. */
  counts(): Partial<Record<SkipReason, number>>;
  /** A line a reason: the first places, then how many more. */
  describe(): string[];
}

export function createSkips(): Skips {
  const skips = new Map<SkipReason, { count: number; places: string[] }>();
  const known = () =>
    SKIP_REASONS.flatMap((reason) => (skips.has(reason) ? [[reason, skips.get(reason)!] as const] : []));
  return {
    add: (reason, place, count = 1) => {
      const entry = skips.get(reason) ?? { count: 0, places: [] };
      skips.set(reason, entry);
      entry.count += count;
      if (entry.places.length < NAMED) entry.places.push(place);
    },
    counts: () => Object.fromEntries(known().map(([reason, { count }]) => [reason, count])),
    describe: () =>
      known().map(([reason, { count, places }]) => {
        const more = count > places.length ? ` and ${count - places.length} more` : '';
        return `Skipped, ${skipWords(reason)}: ${places.join(', ')}${more}.`;
      }),
  };
}
