import { isDay } from '../../src/core/operations/access/day.ts';
import { UsageError } from '../lib/commandLine.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a moment: a time with its zone, or a length such as 90m, 24h or 3d from now.
 * @returns ISO 8601 in UTC
 * @throws UsageError if it is neither
 */
export function readMoment(flag: string, value: string, nowMs: number): string {
  const length = readLength(value);
  const ms = length === undefined ? readTime(value) : nowMs + length;
  if (ms !== undefined) return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
  throw new UsageError(
    `--${flag} is "${value}": expected a time with its zone, such as 2026-11-21T09:10:00Z or 2026-11-21T17:10+08:00, on a day of the calendar, or a length such as 24h.`,
  );
}

/** A length such as 90m, 24h or 3d in milliseconds; `0` too. */
export function readLength(value: string): number | undefined {
  if (value === '0') return 0;
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(value) ?? [];
  return count === undefined || unit === undefined ? undefined : Number(count) * UNITS[unit]!;
}

/** Milliseconds since 1970 of a time that names its zone; undefined for one that is on no calendar, such as 30 February. */
export function readTime(value: string): number | undefined {
  const ms =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
    isDay(value.slice(0, 10))
      ? Date.parse(value)
      : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
