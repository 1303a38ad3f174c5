import { daysBetween } from './day.ts';
import { stateOf, type EvidenceRow } from './evidence.ts';

/** An open line and how many days are left; negative if it is overdue. */
export interface DueItem extends EvidenceRow {
  readonly daysLeft: number;
}

/**
 * The open lines that are due within so many days, the longest overdue first. Of one line in several exports the
 * newest counts: done once is done.
 */
export function dueItems(rows: readonly EvidenceRow[], today: string, within: number): DueItem[] {
  const latest = new Map<string, EvidenceRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.runbook, row.subject, row.day0, row.part, row.system]);
    if ((latest.get(key)?.doneAt ?? '') === '') latest.set(key, row);
  }
  return [...latest.values()]
    .filter((row) => stateOf(row, today) !== 'done')
    .map((row) => ({ ...row, daysLeft: daysBetween(today, row.due) }))
    .filter(({ daysLeft }) => daysLeft <= within)
    .sort((a, b) => a.daysLeft - b.daysLeft || compare(a.subject, b.subject) || compare(a.system, b.system));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
