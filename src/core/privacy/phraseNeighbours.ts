import type { Span } from './coverage.ts';
import type { Row } from './letterRow.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A stretch with the words of the list beside it, of which every other one may be misspelled: those are its rest. */
export function withNeighbours({ start, end }: Span, all: Row, { known, stems, common }: Vocabulary): Span {
  const isRest = (place: number): boolean => {
    const word = all[place]?.word ?? '';
    return known.has(word) && !stems.has(word) && !common.has(word);
  };
  let first = all.findIndex((token) => token.end > start);
  let last = all.findLastIndex((token) => token.start < end);
  while (isRest(first - 1) || isRest(first - 2)) first -= isRest(first - 1) ? 1 : 2;
  while (isRest(last + 1) || isRest(last + 2)) last += isRest(last + 1) ? 1 : 2;
  return { start: Math.min(start, all[first]!.start), end: Math.max(end, all[last]!.end) };
}
