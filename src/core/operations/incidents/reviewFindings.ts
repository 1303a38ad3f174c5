import type { Problem, Severity as Gravity } from '../../article/lint/problem.ts';
import type { Incident } from './incident.ts';
import { problemIn } from './problemIn.ts';
import { isUnfinished, needsReview, reviewDue, type Review } from './review.ts';

/** A grave incident is worth learning from, and what was learnt must be where the next person looks. */
export function reviewFindings(
  incident: Incident,
  source: Source,
  found: { readonly source: Source; readonly review: Review } | undefined,
  { nowMs, slugs }: { readonly nowMs: number; readonly slugs: ReadonlySet<string> },
): Problem[] {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const due = reviewDue(incident);
  const isOverdue = needsReview(incident.severity) && due !== undefined && due < today;
  const isElsewhere = incident.review?.startsWith('https://') === true;
  if (!found) {
    if (!isOverdue || isElsewhere) return [];
    const message = `This ${incident.severity} was resolved on ${incident.resolved!.slice(0, 10)}; its review was due on ${due}, and there is none. Write it: \`npm run incident -- review ${incident.id}\`.`;
    return [problemIn(source, 'incident-review', 'error', message, 'resolved:')];
  }
  const { review } = found;
  const say = (gravity: Gravity, message: string, near: string): Problem =>
    problemIn(found.source, 'incident-review', gravity, message, near);
  const problems: Problem[] = [];
  if (review.incident !== incident.id)
    problems.push(say('error', `incident is "${review.incident}"; expected ${incident.id}.`, 'incident:'));
  if (isOverdue && review.knowledge.length === 0)
    problems.push(
      say(
        'error',
        `The review was due on ${due} and changes no article or runbook. Write under knowledge which one tells the next person, and how it was changed.`,
        'knowledge:',
      ),
    );
  if (isOverdue && isUnfinished(found.source.text))
    problems.push(
      say(
        'error',
        `The review was due on ${due} and is not finished. Write what is marked TODO or 待写.`,
        'TODO',
      ),
    );
  for (const { article } of review.knowledge.filter(({ article }) => !slugs.has(article)))
    problems.push(
      say(
        'error',
        `knowledge names ${article}, which is neither an article nor a runbook. Correct the slug.`,
        article,
      ),
    );
  for (const { what, due: day, owner } of review.actions.filter(({ due: day, done }) => !done && day < today))
    problems.push(
      say('warning', `“${what}” (${owner}) was due on ${day}. Write done with a day, or a new due.`, day),
    );
  return problems;
}

interface Source {
  readonly file: string;
  readonly text: string;
}
