import type { IssueSummary } from './issueSummary.ts';
import { compareVersions } from './versions.ts';
import { dayName } from './weeks.ts';

/** When an article was last reviewed, and how long that lasts. Days since 1970. */
export interface ArticleAge {
  readonly reviewed: number | undefined;
  readonly lastsDays: number;
}

/** Why an article is out of date, with what it rests on. */
export interface Staleness {
  readonly reason: 'review-overdue' | 'newer-version';
  /** YYYY-MM-DD. */
  readonly reviewed: string;
  /** The day the review ran out, or the first ticket named the version. */
  readonly since: string;
  /** Tickets from that day on. */
  readonly ticketsSince: number;
  /** The newest version that tickets name since then; null if none is newer. */
  readonly version: string | null;
}

/** Fewer since then, and the article may well have done its work. */
const FEWEST_SINCE = 3;

/** Undefined if the article is fresh, nobody says when it was reviewed, or hardly any tickets came since. */
export function staleness(
  { reviewed, lastsDays }: ArticleAge,
  summary: IssueSummary,
  lastDay: number,
): Staleness | undefined {
  if (reviewed === undefined) return undefined;
  const version = [...summary.versions]
    .filter(([, { first, tickets }]) => first > reviewed && first <= lastDay && tickets >= FEWEST_SINCE)
    .sort(([a], [b]) => compareVersions(b, a))[0];
  const olderKnown = [...summary.versions].some(
    ([name, { first }]) => first <= reviewed && version && compareVersions(name, version[0]) >= 0,
  );
  const overdue = reviewed + lastsDays;
  const isNewer = version !== undefined && !olderKnown;
  if (overdue >= lastDay && !isNewer) return undefined;
  const since = overdue < lastDay ? overdue : version![1].first;
  const ticketsSince = [...summary.days].reduce((sum, [day, count]) => sum + (day >= since ? count : 0), 0);
  if (ticketsSince < FEWEST_SINCE) return undefined;
  return {
    reason: overdue < lastDay ? 'review-overdue' : 'newer-version',
    reviewed: dayName(reviewed),
    since: dayName(since),
    ticketsSince,
    version: isNewer ? version[0] : null,
  };
}
