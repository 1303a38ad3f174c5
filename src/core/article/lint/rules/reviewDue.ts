import { parseDurationDays } from '../../duration.ts';
import { textField } from '../page.ts';
import type { PageRule } from '../rule.ts';

const DAY_MS = 86_400_000;
/** How long a security article may be overdue. */
const SECURITY_GRACE_DAYS = 30;

/** Somebody checks every page again in time; security pages without fail. */
export const reviewDue: PageRule = {
  kind: 'page',
  id: 'review-due',
  *check(page, { today }) {
    const { data, offsetOf } = page.frontMatter;
    const reviewed = dayOf(data['reviewed']);
    if (reviewed === undefined) return;
    const now = Date.parse(today);
    const at = offsetOf(['reviewed']);
    if (reviewed > now) {
      const message = `The review lies in the future (today is ${today}). Write the day somebody last checked every sentence.`;
      yield { at, severity: 'error', message };
      return;
    }
    const overdue = Math.floor((now - reviewed) / DAY_MS) - intervalOf(data['reviewEvery']);
    if (overdue <= 0) return;
    const isLate = page.slug.startsWith('security/') && overdue > SECURITY_GRACE_DAYS;
    const owner = textField(page, 'owner') || 'support';
    yield {
      at,
      severity: isLate ? 'error' : 'warning',
      message: `The review by ${owner} is ${overdue} day${overdue === 1 ? '' : 's'} overdue. Check every sentence, then set \`reviewed:\` to that day.`,
    };
  },
};

function dayOf(value: unknown): number | undefined {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function intervalOf(value: unknown): number {
  const days = typeof value === 'string' || typeof value === 'number' ? parseDurationDays(value) : undefined;
  return days ?? 180;
}
