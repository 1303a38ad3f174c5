import type { MiningReport, RecurringIssue } from './report.ts';
import type { LureSummary } from './lures/lureWatch.ts';
import { oneLine } from './safeText.ts';

const COLUMNS: Readonly<Record<string, (issue: RecurringIssue) => string | number>> = {
  rank: ({ impact }) => impact.rank,
  id: ({ id }) => id,
  title: ({ title }) => title,
  title_en: ({ titles }) => titles.en ?? '',
  title_zh: ({ titles }) => titles['zh-CN'] ?? '',
  tickets: ({ tickets }) => tickets,
  people: ({ impact }) => impact.people,
  english: ({ languages }) => languages.en,
  chinese: ({ languages }) => languages['zh-CN'],
  other: ({ languages }) => languages.other,
  change: ({ change }) => change ?? '',
  trend: ({ trend }) => trend.direction,
  alarm_since: ({ alarm }) => (alarm.isRaised ? (alarm.since ?? '') : ''),
  gap: ({ gap }) => gap.kind,
  article: ({ gap }) => gap.slug ?? '',
  layer_hint: ({ layer }) => layer ?? '',
  products: ({ products }) => products.map(({ product }) => product).join('; '),
  reopenings: ({ impact }) => impact.reopenings,
  median_hours: ({ impact }) => impact.medianHours ?? '',
  cost: ({ impact }) => impact.cost ?? '',
  first_day: ({ firstDay }) => firstDay ?? '',
  last_day: ({ lastDay }) => lastDay ?? '',
};

/** The issues as a table for a spreadsheet (RFC 4180, UTF-8 with a mark so that Excel reads Chinese). */
export function reportCsv({ issues }: Pick<MiningReport, 'issues'>): string {
  return table([
    Object.keys(COLUMNS),
    ...issues.map((issue) => Object.values(COLUMNS).map((column) => column(issue))),
  ]);
}

/** Where the lures of a community lead, defanged, to hand on to those who take such places down. */
export function lureCsv({ targets }: Pick<LureSummary, 'targets'>): string {
  return table([
    ['target', 'kind', 'lookalike', 'lures', 'first_day', 'last_day'],
    ...targets.map(({ text, kind, isLookalike, lures, firstDay, lastDay }) => [
      text,
      kind,
      isLookalike ? 'yes' : 'no',
      lures,
      firstDay ?? '',
      lastDay ?? '',
    ]),
  ]);
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/**
 * What a spreadsheet would take for a formula, also behind white space and in full-width characters: where a cell begins, and
 * behind a semicolon, at which a spreadsheet of half of Europe begins another.
 */
const BEGUN = String.raw`(?=[\s'"\u00A0\u3000]*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20])`;
const FORMULA = new RegExp(`(^|;)${BEGUN}`, 'g');
const HARMLESS = new RegExp(`(^|;)'${BEGUN}`, 'g');

/** One field: a stranger's text is text, whatever it begins with. Numbers stay numbers. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = oneLine(value).replaceAll(FORMULA, "$1'");
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a field as it was before `csvCell` made it harmless. */
export function plainCell(cell: string): string {
  return cell.replaceAll(HARMLESS, '$1');
}
