/** Whether an issue is suddenly more frequent than chance lets it be. */
export interface Alarm {
  /** Raised on one of the last 28 days: reports are made weekly or monthly, and none may miss one. */
  readonly isRaised: boolean;
  /** Day since 1970 on which it could first have been known, of the last 28; undefined if it was not raised in them. */
  readonly since: number | undefined;
  /** Tickets in the last seven days, and as many as the weeks before let expect. */
  readonly observed: number;
  readonly expected: number;
  /** Chance of so many or more if nothing has changed. */
  readonly probability: number;
}

const WEEK_DAYS = 7;
const BASELINE_WEEKS = 8;
/** With less past there is nothing to compare with. */
const FEWEST_BASELINE_WEEKS = 3;
const LOOKED_BACK_DAYS = 28;
/** Two tickets are no emergency, however rare the issue was. */
const FEWEST_TICKETS = 4;
/** Of the alarms raised on a day at most this share are false, in the long run. */
const FALSE_SHARE = 0.05;

/**
 * For each issue, whether seven days of the last 28 are a surprise against the eight weeks before: the tail of a negative binomial
 * (Poisson with what the past leaves open about its rate, and with the scatter it shows), false alarms held down over
 * all issues of a day (Benjamini and Hochberg, "Controlling the false discovery rate", 1995).
 * @param daily by issue: tickets by day since 1970
 * @param first day of the export
 * @param last day of the export
 */
export function alarmsOf(
  daily: readonly ReadonlyMap<number, number>[],
  first: number,
  last: number,
): Alarm[] {
  const raisedOn = daily.map((): number[] => []);
  for (let day = last - LOOKED_BACK_DAYS + 1; day <= last; day++) {
    const surprises = daily.map((days) => surpriseOf(days, first, day));
    const threshold = falseDiscoveryThreshold(surprises.map(({ probability }) => probability));
    surprises.forEach(({ probability, observed }, issue) => {
      if (observed >= FEWEST_TICKETS && probability <= threshold) raisedOn[issue]!.push(day);
    });
  }
  return daily.map((days, issue) => ({
    ...surpriseOf(days, first, last),
    isRaised: raisedOn[issue]!.length > 0,
    since: raisedOn[issue]![0],
  }));
}

type Surprise = Pick<Alarm, 'observed' | 'expected' | 'probability'>;

function surpriseOf(days: ReadonlyMap<number, number>, first: number, day: number): Surprise {
  const weekEnding = (end: number): number => {
    let sum = 0;
    for (let at = end - WEEK_DAYS + 1; at <= end; at++) sum += days.get(at) ?? 0;
    return sum;
  };
  const observed = weekEnding(day);
  const weeks = Math.min(BASELINE_WEEKS, Math.floor((day - WEEK_DAYS - first + 1) / WEEK_DAYS));
  if (weeks < FEWEST_BASELINE_WEEKS) return { observed, expected: observed, probability: 1 };
  const past = Array.from({ length: weeks }, (_, week) => weekEnding(day - WEEK_DAYS * (week + 1)));
  // Half a ticket more than was seen: never yet is not never.
  const expected = (past.reduce((sum, count) => sum + count, 0) + 0.5) / weeks;
  const scatter = past.reduce((sum, count) => sum + (count - expected) ** 2, 0) / Math.max(1, weeks - 1);
  const variance = expected * Math.max(1, scatter / expected) + expected / weeks;
  return { observed, expected, probability: tailOf(observed, expected, variance) };
}

/** The chance of `count` or more, by a negative binomial of this mean and (larger) variance. */
export function tailOf(count: number, mean: number, variance: number): number {
  const size = mean ** 2 / (variance - mean);
  const success = mean / variance;
  let [mass, below] = [success ** size, 0];
  for (let k = 0; k < count; k++) {
    below += mass;
    mass *= ((size + k) / (k + 1)) * (1 - success);
  }
  return Math.max(0, Math.min(1, 1 - below));
}

/** The largest probability that is still a discovery; -1 if none is. */
export function falseDiscoveryThreshold(probabilities: readonly number[], share = FALSE_SHARE): number {
  const sorted = probabilities.toSorted((a, b) => a - b);
  const place = sorted.findLastIndex((probability, i) => probability <= (share * (i + 1)) / sorted.length);
  return place < 0 ? -1 : sorted[place]!;
}
