import { csvCell } from '../../mining/reportCsv.ts';
import type { LinkLog } from './linkLog.ts';

const COLUMNS = ['day', 'language', 'what', 'article', 'count'] as const;

/**
 * The log as a table for a spreadsheet (RFC 4180, with a mark so that Excel reads it as UTF-8): a row for the tickets of a
 * day and language, one for those that got a link, and one for each article linked. Nothing in it is a formula.
 */
export function linkLogCsv({ tickets, links }: LinkLog): string {
  const rows = [
    ...tickets.flatMap(({ day, language, seen, linked }) => [
      [day, language, 'tickets', '', seen],
      [day, language, 'tickets with a link', '', linked],
    ]),
    ...links.map(({ day, language, slug, count }) => [day, language, 'links', slug, count]),
  ].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : Number(String(a[0]) > String(b[0]))));
  return `\uFEFF${[[...COLUMNS], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
