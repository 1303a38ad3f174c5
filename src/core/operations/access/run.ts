import { addDays, isDay } from './day.ts';
import type { ChecklistItem } from './checklist.ts';
import { exportedKey, type EvidenceRow } from './evidence.ts';

/** Who ticked a line, and when, as an ISO time in UTC. */
export interface Tick {
  readonly by: string;
  readonly at: string;
}

/** One going through of a checklist: for a person, or for a quarter. Kept on the agent's device only. */
export interface Run {
  readonly id: string;
  /** Whose access, or which quarter. */
  readonly subject: string;
  /** YYYY-MM-DD. */
  readonly day0: string;
  /** By the key of the line. */
  readonly ticks: Readonly<Record<string, Tick>>;
}

/** All that is kept of one runbook. */
export interface Runs {
  readonly runs: readonly Run[];
  /** The id of the one that is shown. */
  readonly shown: string;
  /** Who ticks: remembered, so that it is typed once. */
  readonly by: string;
}

export const NO_RUNS: Runs = { runs: [], shown: '', by: '' };

/** The quarter of a day: "2026 Q4". */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/**
 * Reads what was kept as JSON.
 * @returns nothing kept, for what is damaged: another script of the origin may have written it
 */
export function readRuns(json: string | null): Runs {
  try {
    const { runs, shown, by } = JSON.parse(json ?? '') as Readonly<Record<string, unknown>>;
    if (!Array.isArray(runs) || typeof shown !== 'string' || typeof by !== 'string') return NO_RUNS;
    return { runs: runs.flatMap((run) => (isRun(run) ? [run] : [])), shown, by };
  } catch {
    return NO_RUNS;
  }
}

function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null) return false;
  const { id, subject, day0, ticks } = value as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    typeof subject === 'string' &&
    typeof day0 === 'string' &&
    isDay(day0) &&
    typeof ticks === 'object' &&
    ticks !== null &&
    Object.values(ticks).every(isTick)
  );
}

function isTick(value: unknown): value is Tick {
  if (typeof value !== 'object' || value === null) return false;
  const { by, at } = value as Readonly<Record<string, unknown>>;
  return typeof by === 'string' && typeof at === 'string' && !Number.isNaN(Date.parse(at));
}

/** What can be shown to an auditor: every line of the checklist, done or not. */
export function evidenceOf(
  runbook: string,
  { subject, day0, ticks }: Run,
  items: readonly ChecklistItem[],
): EvidenceRow[] {
  return items.map(({ key, part, system, action, owner, dueDay }) => ({
    runbook,
    subject,
    day0,
    part,
    system,
    action,
    owner,
    due: addDays(day0, dueDay),
    doneBy: ticks[key]?.by ?? '',
    doneAt: ticks[key]?.at ?? '',
    key: exportedKey(key),
  }));
}
