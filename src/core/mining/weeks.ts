const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-01 was a Thursday; its week began three days before. */
const FIRST_MONDAY_MS = -3 * DAY_MS;

/** The number of the ISO 8601 week (Monday to Sunday, UTC) of a moment, counted from the one of 1970-01-01. */
export function weekNumber(atMs: number): number {
  return Math.floor((atMs - FIRST_MONDAY_MS) / WEEK_MS);
}

/** `2026-W21`, by ISO 8601: a week belongs to the year of its Thursday. */
export function weekName(number: number): string {
  const thursday = new Date(FIRST_MONDAY_MS + number * WEEK_MS + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const dayOfYear = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS);
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

/** The number of the day (UTC) of a moment, counted from 1970-01-01. */
export function dayNumber(atMs: number): number {
  return Math.floor(atMs / DAY_MS);
}

/** YYYY-MM-DD of such a number. */
export function dayName(number: number): string {
  return dayOf(number * DAY_MS);
}

/** The number of the ISO week that a day lies in. */
export function weekOfDay(number: number): number {
  return weekNumber(number * DAY_MS);
}

/** YYYY-MM-DD in UTC. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
