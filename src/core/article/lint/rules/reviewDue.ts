import type { SiteRule } from '../rule.ts';

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
    for (const { file, slug, review } of pages) {
      if (!review) continue;
      const { reviewedMs, everyDays, owner, place } = review;
      if (reviewedMs > now) {
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
