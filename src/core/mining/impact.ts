import { medianHours, type IssueSummary } from './issueSummary.ts';

/** What an issue costs those who have it and those who answer. */
export interface Impact {
  /** 1 for the issue that makes the most work. */
  readonly rank: number;
  readonly people: number;
  readonly reopenings: number;
  /** Half of the solved tickets took at most so many hours (rounded up to 1, 2, 4, 8 …); null if none tells. */
  readonly medianHours: number | null;
  /** Tickets and reopenings at the rate given for one; null without a rate. */
  readonly cost: number | null;
}

/** Ranked by the tickets and reopenings that were worked on, then by people, then as given. */
export function impactsOf(summaries: readonly IssueSummary[], costPerTicket: number | undefined): Impact[] {
  const work = ({ tickets, reopenings }: IssueSummary): number => tickets + reopenings;
  const people = (summary: IssueSummary): number => summary.people.size + summary.nameless;
  const order = [...summaries.keys()].sort((a, b) => {
    const [one, other] = [summaries[a]!, summaries[b]!];
    return work(other) - work(one) || people(other) - people(one) || a - b;
  });
  return summaries.map((summary, issue) => ({
    rank: order.indexOf(issue) + 1,
    people: people(summary),
    reopenings: summary.reopenings,
    medianHours: medianHours(summary),
    cost: costPerTicket === undefined ? null : Math.round(work(summary) * costPerTicket * 100) / 100,
  }));
}
