/**
 * Whether two texts are one slip apart: one character more, less or other, or two neighbours swapped. That is a distance of
 * one by Damerau (A technique for computer detection and correction of spelling errors, 1964). Equal texts are not.
 */
export function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  const { start, end } = changedRange(short, long);
  const changed = long.slice(start, end);
  const instead = short.slice(start, end - (long.length - short.length));
  if (changed.length <= 1) return true;
  return (
    changed.length === 2 && instead.length === 2 && changed[0] === instead[1] && changed[1] === instead[0]
  );
}

/** What of a text is not the same in another: the range between their common beginning and their common end. */
export function changedRange(other: string, text: string): { readonly start: number; readonly end: number } {
  const most = Math.min(other.length, text.length);
  let start = 0;
  while (start < most && other[start] === text[start]) start++;
  let tail = 0;
  while (tail < most - start && other.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { start, end: text.length - tail };
}
