import { EMPTY_SUMMARY, mergeSummaries, summaryOf, type IssueSummary } from './issueSummary.ts';

/** Summaries that tickets are added to. */
export interface Tally {
  add(issue: number, ...ticket: Parameters<typeof summaryOf>): void;
  summary(issue: number): IssueSummary;
}

/** Merging copies what is there: so many are merged at once. */
const BLOCK = 2_000;

export function createTally(): Tally {
  const merged: IssueSummary[] = [];
  const waiting: IssueSummary[][] = [];
  const settle = (issue: number): IssueSummary => {
    merged[issue] = mergeSummaries([merged[issue] ?? EMPTY_SUMMARY, ...(waiting[issue] ?? [])]);
    waiting[issue] = [];
    return merged[issue];
  };
  return {
    add: (issue, ...ticket) => {
      const block = (waiting[issue] ??= []);
      block.push(summaryOf(...ticket));
      if (block.length >= BLOCK) settle(issue);
    },
    summary: settle,
  };
}
