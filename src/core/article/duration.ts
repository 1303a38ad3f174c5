const DAYS_PER: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
const PLAIN = /^(\d+)\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?$/i;
const ISO = /^P(\d+)(D|W|M|Y)$/i;

/** Reads a review interval, `6 months`, `90d`, `P3M` or a number of days, as days; undefined if it is none. */
export function parseDurationDays(value: string | number): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 ? value : undefined;
  const match = PLAIN.exec(value.trim()) ?? ISO.exec(value.trim());
  const days = match ? Number(match[1]) * (DAYS_PER[match[2]!.toLowerCase()] ?? 0) : 0;
  return days > 0 ? days : undefined;
}
