import { keyOfLine } from './checklist.ts';
import { daysBetween } from './day.ts';
import { exportedKey, stateOf, type EvidenceRow } from './evidence.ts';

/** An open line and how many days are left; negative if it is overdue. */
export interface DueItem extends EvidenceRow {
  readonly daysLeft: number;
}

/** What tells a line from another, whatever language its page was read in. */
function identityOf({ runbook, subject, day0, key, part, system }: EvidenceRow): string {
  return JSON.stringify([runbook, subject, day0, key || exportedKey(keyOfLine(part, system))]);
}

/** The rows with one for each line: of several exports of it the newest counts, and done once is done. */
export function mergedRows(rows: readonly EvidenceRow[]): EvidenceRow[] {
  const latest = new Map<string, EvidenceRow>();
  for (const row of rows) {
    const identity = identityOf(row);
    if ((latest.get(identity)?.doneAt ?? '') === '') latest.set(identity, row);
  }
  return [...latest.values()];
}

/**
 * The open lines that are due within so many days, the longest overdue first. Of one line in several exports the
 * newest counts: done once is done.
 */
export function dueItems(rows: readonly EvidenceRow[], today: string, within: number): DueItem[] {
  return mergedRows(rows)
    .filter((row) => stateOf(row, today) !== 'done')
    .map((row) => ({ ...row, daysLeft: daysBetween(today, row.due) }))
    .filter(({ daysLeft }) => daysLeft <= within)
    .sort((a, b) => a.daysLeft - b.daysLeft || compare(a.subject, b.subject) || compare(a.system, b.system));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
