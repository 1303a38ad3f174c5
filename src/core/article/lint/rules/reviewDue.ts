import type { PageFacts } from '../facts.ts';
import type { SiteFinding, SiteRule } from '../rule.ts';

const DAY_MS = 86_400_000;
/** How long a security article may be overdue. */
const SECURITY_GRACE_DAYS = 30;

/**
 * Somebody checks every page again in time; security pages without fail. It looks at what is known of all pages, because
 * what one page has to say is remembered, and this changes from day to day.
 */
export const reviewDue: SiteRule = {
  kind: 'site',
  id: 'review-due',
  *check({ pages }, { today }) {
    const now = Date.parse(today);
    for (const page of pages) {
      const { file, slug, review } = page;
      if (!review) {
        yield* neverReviewed(page);
        continue;
      }
      const { reviewedMs, everyDays, owner, place } = review;
      // Where somebody writes, it may be tomorrow already.
      if (reviewedMs > now + DAY_MS) {
        const message = `The review lies in the future (today is ${today}). Write the day somebody last checked every sentence.`;
        yield { file, place, severity: 'error', message };
        continue;
      }
      const overdue = Math.floor((now - reviewedMs) / DAY_MS) - everyDays;
      if (overdue <= 0) continue;
      const isLate = slug.startsWith('security/') && overdue > SECURITY_GRACE_DAYS;
      yield {
        file,
        place,
        severity: isLate ? 'error' : 'warning',
        message: `The review by ${owner} is ${overdue} day${overdue === 1 ? '' : 's'} overdue. Check every sentence, then set \`reviewed:\` to that day.`,
      };
    }
  },
};

/** Nothing would ever fall due. On finished pages the rule on front matter says so. */
function* neverReviewed({ file, slug, shared, draft, readable }: PageFacts): Iterable<SiteFinding> {
  if (!readable || draft || shared['confidence']?.text !== 'work-in-progress') return;
  const message =
    'This page does not say when somebody last checked it, so that it would never fall due. Add `reviewed:` with the day it was begun.';
  yield {
    file,
    place: { line: 1, column: 1 },
    severity: slug.startsWith('security/') ? 'error' : 'warning',
    message,
  };
}
