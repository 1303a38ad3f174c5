import { dayNumber } from './weeks.ts';

/** Days since 1970; undefined if no ticket has a date. */
export type DayRange = { readonly first: number; readonly last: number } | undefined;

/** Which days an export is of, and how many tickets have a date that cannot be right. */
export interface DatedTickets {
  readonly days: DayRange;
  readonly wrongDates: {
    /** After now. */
    readonly future: number;
    /** Before there was a help desk, or far from nearly all others. */
    readonly distant: number;
  };
}

/** No ticket is older: a 1970 is a zero. */
const EARLIEST_DAY = dayNumber(Date.UTC(1995, 0, 1));
/** Clocks and time zones differ by so much. */
const AHEAD_DAYS = 1;
/** A few dates so far from all others are slips of a keyboard: they would stretch every chart, and end every trend. */
const GAP_DAYS = 90;
const FEW_SHARE = 0.005;

/** Counts the days of tickets. */
export function createDays(): { add(atMs: number | undefined): void; count(nowMs: number): DatedTickets } {
  const counts = new Map<number, number>();
  return {
    add: (atMs) => {
      if (atMs === undefined) return;
      const day = dayNumber(atMs);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    },
    count: (nowMs) => {
      const today = dayNumber(nowMs) + AHEAD_DAYS;
      const days = [...counts.keys()].sort((a, b) => a - b);
      const sum = (list: readonly number[]): number =>
        list.reduce((total, day) => total + counts.get(day)!, 0);
      const future = days.filter((day) => day > today);
      // Where most are, it is the clock that is wrong.
      const isClock = sum(future) * 2 > sum(days);
      const possible = days.filter((day) => day >= EARLIEST_DAY && (isClock || day <= today));
      const few = sum(possible) * FEW_SHARE;
      const fromStart = withoutFew(possible, (list) => sum(list) <= few);
      const kept = withoutFew(fromStart.toReversed(), (list) => sum(list) <= few).reverse();
      const wrongFuture = isClock ? 0 : sum(future);
      return {
        days: kept.length === 0 ? undefined : { first: kept[0]!, last: kept.at(-1)! },
        wrongDates: { future: wrongFuture, distant: sum(days) - wrongFuture - sum(kept) },
      };
    },
  };
}

/** Takes off what stands at the beginning, far from the rest, if it is few. */
function withoutFew(days: readonly number[], isFew: (days: readonly number[]) => boolean): number[] {
  let start = 0;
  for (let at = 1; at < days.length; at++) {
    if (Math.abs(days[at]! - days[at - 1]!) <= GAP_DAYS) continue;
    if (!isFew(days.slice(0, at))) break;
    start = at;
  }
  return days.slice(start);
}

/** The days of a range only. */
export function daysWithin(days: ReadonlyMap<number, number>, range: DayRange): Map<number, number> {
  return new Map([...days].filter(([day]) => range && day >= range.first && day <= range.last));
}
