import type { Finding, FindingKind } from './secret.ts';

/**
 * Findings in the order of the text and without overlaps, so that a caller can cut them out one by one. Where two claim
 * the same place, the one that comes first in the list keeps it and the other is trimmed to what is left; neighbours of
 * one kind become one finding.
 */
export function withoutOverlaps<Kind extends FindingKind>(
  text: string,
  findings: readonly Finding<Kind>[],
): Finding<Kind>[] {
  const kinds: (Kind | undefined)[] = [];
  for (const { kind, start, end } of findings) {
    for (let at = start; at < end; at++) kinds[at] ??= kind;
  }
  const runs: Finding<Kind>[] = [];
  for (let start = 0, end = 1; start < kinds.length; start = end++) {
    while (end < kinds.length && kinds[end] === kinds[start]) end++;
    const kind = kinds[start];
    // What trimming leaves of a finding may be no more than its punctuation.
    if (kind && /[\p{L}\p{N}]/u.test(text.slice(start, end))) runs.push({ kind, start, end });
  }
  return runs;
}
