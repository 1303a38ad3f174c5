import type { RecurringIssue } from '../miningReport.ts';
import type { MiningWords } from './words.ts';

/** An alarm stays for 28 days after its day. From this probability on the last seven days are no surprise any more. */
const PASSED = 0.05;

/** What a raised alarm says: how many tickets where how many would be usual, and since when; or that it has passed. */
export function alarmText({ alarm }: Pick<RecurringIssue, 'alarm'>, { say, day, join }: MiningWords): string {
  const { observed: count, expected, since } = alarm;
  if (since !== null && isPassed({ alarm })) return say('alarm.over', { count, expected, day: day(since) });
  const now = say('alarm.now', { count, expected });
  return since === null ? now : join([now, say('alarm.since', { day: day(since) })]);
}

/** Whether the last seven days are as usual again. */
export function isPassed({ alarm }: Pick<RecurringIssue, 'alarm'>): boolean {
  return alarm.probability > PASSED;
}
