/** Weeks that count as recent, and weeks before them that they are compared with. */
export const RECENT_WEEKS = 4;
export const BEFORE_WEEKS = 8;

export const DIRECTIONS = ['rising', 'steady', 'falling', 'new'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface Trend {
  readonly direction: Direction;
  /** Tickets in the last four weeks. */
  readonly recent: number;
  /** Tickets in the eight weeks before them. */
  readonly before: number;
  /** Tickets a week, recent against before, to two decimals; null without any before. */
  readonly ratio: number | null;
}

/** An issue is new if no more than this share of its tickets is older than the recent weeks. */
const OLD_SHARE = 0.1;
const FEWEST_NEW = 3;
/** Rates must differ by this factor, and the counts by more than two standard deviations of chance (Poisson). */
const FACTOR = 1.5;

/** How an issue's weekly counts, oldest first, have changed. */
export function trendOf(weekly: readonly number[]): Trend {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const recent = sum(weekly.slice(-RECENT_WEEKS));
  const before = sum(weekly.slice(-RECENT_WEEKS - BEFORE_WEEKS, -RECENT_WEEKS));
  const older = sum(weekly.slice(0, -RECENT_WEEKS));
  const beforeWeeks = Math.min(BEFORE_WEEKS, Math.max(0, weekly.length - RECENT_WEEKS));
  const ratio = before === 0 ? null : round2(recent / RECENT_WEEKS / (before / beforeWeeks));
  return { direction: directionOf(recent, before, older, beforeWeeks), recent, before, ratio };
}

function directionOf(recent: number, before: number, older: number, beforeWeeks: number): Direction {
  // With too little past to compare with, nothing can be said.
  if (beforeWeeks < RECENT_WEEKS) return 'steady';
  if (recent >= FEWEST_NEW && older <= OLD_SHARE * (recent + older)) return 'new';
  const expected = (before / beforeWeeks) * RECENT_WEEKS;
  const chance = 2 * Math.sqrt(Math.max(expected, 1));
  if (recent >= expected * FACTOR && recent - expected >= chance) return 'rising';
  if (
    recent <= expected / FACTOR &&
    expected - recent >= Math.min(chance, Math.max(FEWEST_NEW, expected * 0.75))
  )
    return 'falling';
  return 'steady';
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
