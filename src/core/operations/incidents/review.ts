import { z } from 'zod';
import { ContentError, describeIssues } from '../../article/contentError.ts';
import { splitFrontMatter } from '../../article/markdown.ts';
import { slug } from '../../article/schema.ts';
import type { Severity } from '../handOver.ts';
import type { Incident } from './incident.ts';

const day = z
  .union([z.string(), z.date()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)))
  .pipe(z.iso.date('expected a day such as 2026-11-28'));

const action = z.strictObject({
  what: z.string().trim().min(1).describe('What is done, so that somebody else could do it.'),
  owner: z.string().trim().min(1).describe('One team or role.'),
  due: day,
  proof: z.string().trim().min(1).describe('How we see that it works.'),
  done: day.optional(),
});

/** The front matter of `content/incidents/reviews/<id>.md`: what the lint can ask about. The rest is prose. Internal, always. */
const reviewSchema = z.strictObject({
  incident: z.string().min(1).describe('Its id.'),
  actions: z.array(action).default([]).describe('Five at most, each with one owner and one day.'),
  knowledge: z
    .array(z.strictObject({ article: slug, change: z.string().trim().min(1) }))
    .default([])
    .describe('Which article or runbook was changed, and how.'),
});

export interface Review extends Readonly<z.infer<typeof reviewSchema>> {
  readonly body: string;
}

/** A review is held within so many working days after the incident is over (runbooks/incidents/review). */
export const REVIEW_WORKING_DAYS = 5;
const DAY_MS = 86_400_000;

/** Whether incidents of a severity must be reviewed. */
export function needsReview(severity: Severity): boolean {
  return severity === 'sev1' || severity === 'sev2';
}

/** The day by which the review of an incident must be there, YYYY-MM-DD; undefined while it is not over. */
export function reviewDue({ resolved }: Pick<Incident, 'resolved'>): string | undefined {
  if (resolved === undefined) return undefined;
  let date = Date.parse(`${resolved.slice(0, 10)}T00:00:00Z`);
  for (let left = REVIEW_WORKING_DAYS; left > 0;) {
    date += DAY_MS;
    const weekday = new Date(date).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return new Date(date).toISOString().slice(0, 10);
}

/**
 * Reads a review.
 * @throws ContentError with every wrong field
 */
export function parseReview(file: string, text: string): Review {
  const { data, body } = splitFrontMatter(file, text);
  const result = reviewSchema.safeParse(data);
  if (result.success) return { ...result.data, body };
  const problems = describeIssues(result.error, data).map((problem) =>
    problem.replace(/Fix: see CONTRIBUTING\.md.*$/, 'Fix: the comment in the block says how it is written.'),
  );
  throw new ContentError(file, problems);
}

/** Where something is still to be written. */
export function isUnfinished(text: string): boolean {
  return /\bTODO\b|待写/.test(text);
}
