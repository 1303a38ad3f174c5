import { isoDay } from '../core/article/reviews.ts';

/**
 * The day of the build, as YYYY-MM-DD: what reviews are compared with. SOURCE_DATE_EPOCH, in seconds, stands in for the
 * clock where two builds must be the same (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function buildDay(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const seconds = env['SOURCE_DATE_EPOCH'] ?? '';
  return isoDay(/^\d+$/.test(seconds) ? Number(seconds) * 1000 : Date.now());
}
