import type { Row } from './letterRow.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text that rows of words were found in. */
export interface Coverage {
  /** Whether all of a row lies in one stretch: it would add nothing, and need not be looked at. */
  has(row: Row): boolean;
  add(row: Row): void;
  spans(): Span[];
}

export function coverageOf(textLength: number): Coverage {
  /** 1 where a character and the next one belong together. */
  const joined = new Uint8Array(textLength + 1);
  const endOf = (row: Row): number => row.at(-1)!.end - 1;
  return {
    has: (row) => {
      const end = endOf(row);
      for (let at = row[0]!.start; at < end; at++) if (joined[at] === 0) return false;
      return true;
    },
    add: (row) => joined.fill(1, row[0]!.start, endOf(row)),
    spans: () => {
      const spans: Span[] = [];
      for (let start = joined.indexOf(1), end; start >= 0; start = joined.indexOf(1, end)) {
        end = joined.indexOf(0, start);
        spans.push({ start, end: end + 1 });
      }
      return spans;
    },
  };
}
