/**
 * What an escalation says, in the order in which it is asked. A team's template chooses among them, and adds fields of
 * its own (`team.ts`).
 */
export const FIELDS = [
  'summary',
  'ticket',
  'customerLanguage',
  'layer',
  'severity',
  'severityNote',
  'actual',
  'expected',
  'affected',
  'customers',
  'firstSeen',
  'reproduction',
  'frequency',
  'environment',
  'network',
  'hash',
  'ids',
  'logs',
  'tried',
  'workaround',
  'articles',
  'ask',
  'contact',
] as const;
export type Field = (typeof FIELDS)[number];

/** Behind which field a team's own ones are asked: first what happens, then what only this team wants to know of it. */
export const EXTRA_AFTER: Field = 'frequency';

/** Longest summary, in UTF-16 units: a subject line, not a story. */
export const LONGEST_SUMMARY = 150;

/** One entry a line, and shown as a list. */
export const LIST_FIELDS: ReadonlySet<string> = new Set(['reproduction', 'tried', 'articles', 'hash', 'ids']);

/** Whose words stay as they are: a hash is no personal data to whoever looks a case up. */
export const IDENTIFIER_FIELDS: ReadonlySet<string> = new Set(['hash', 'ids']);

/** Longest values, in UTF-16 units; logs are trimmed instead. */
export const MAX_LENGTH = 4000;

/** The lines of a field that have something in them. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
