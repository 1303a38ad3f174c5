import type { Fix } from './problem.ts';

/** A text with fixes made. Of two that overlap, the first one is made; run again for the other. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  let fixed = '';
  let position = 0;
  for (const { start, end, text: replacement } of fixes.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < position) continue;
    fixed += text.slice(position, start) + replacement;
    position = end;
  }
  return fixed + text.slice(position);
}
