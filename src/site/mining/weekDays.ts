const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** The Monday, YYYY-MM-DD, of an ISO 8601 week such as `2026-W21`. */
export function mondayOf(week: string): string {
  const year = Number(week.slice(0, 4));
  const number = Number(week.slice(6));
  // Week 1 is the one that 4 January lies in.
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % WEEK_DAYS;
  return dayOf(fourth + ((number - 1) * WEEK_DAYS - weekday) * DAY_MS);
}

/** How many days the second of two days, YYYY-MM-DD, lies after the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Days of the last week that the report does not cover: 0 if it ends on a Sunday. */
export function daysMissing(lastWeek: string, to: string): number {
  return Math.max(0, WEEK_DAYS - 1 - daysBetween(mondayOf(lastWeek), to));
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
