import { csvCell, plainCell } from '../../mining/reportCsv.ts';
import { markdownLine } from '../escalation/formats/markdown.ts';
import { daysBetween, isDay } from './day.ts';

/** One line of a checklist, and who did it when; the last two are empty while it is open. */
export interface EvidenceRow {
  readonly runbook: string;
  readonly subject: string;
  readonly day0: string;
  readonly part: string;
  readonly system: string;
  readonly action: string;
  readonly owner: string;
  /** YYYY-MM-DD, the last day in time. */
  readonly due: string;
  readonly doneBy: string;
  /** ISO time in UTC. */
  readonly doneAt: string;
  /** That of the line, the same in both languages; '' in records from before it was exported. */
  readonly key: string;
}

/** The columns of the exports: programs read them, so they are not translated. */
export const COLUMNS: Readonly<Record<string, keyof EvidenceRow>> = {
  runbook: 'runbook',
  subject: 'subject',
  day_0: 'day0',
  part: 'part',
  system: 'system',
  action: 'action',
  owner: 'owner',
  due: 'due',
  done_by: 'doneBy',
  done_at_utc: 'doneAt',
  key: 'key',
};
/** What older records lack. */
const LATE: ReadonlySet<string> = new Set(['key']);

/** A key as exports hold it: a spreadsheet takes hex digits such as 12e456789012 for a number, and writes another one. */
export function exportedKey(key: string): string {
  return `line-${key}`;
}

export type ItemState = 'done' | 'overdue' | 'today' | 'open';

/** @param today YYYY-MM-DD */
export function stateOf({ due, doneAt }: Pick<EvidenceRow, 'due' | 'doneAt'>, today: string): ItemState {
  if (doneAt !== '') return 'done';
  const left = daysBetween(today, due);
  return left < 0 ? 'overdue' : left === 0 ? 'today' : 'open';
}

/** A table for a spreadsheet (RFC 4180, with a mark so that Excel reads Chinese); nothing in it becomes a formula. */
export function evidenceCsv(rows: readonly EvidenceRow[]): string {
  const fields = Object.values(COLUMNS);
  const table = [Object.keys(COLUMNS), ...rows.map((row) => fields.map((field) => row[field]))];
  return `\uFEFF${table.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** The same as data. */
export function evidenceJson(rows: readonly EvidenceRow[]): string {
  return `${JSON.stringify({ version: 1, rows }, null, 2)}\n`;
}

/** Words of the Markdown table, in the agent's language. */
export interface EvidenceWords {
  readonly columns: readonly [
    part: string,
    system: string,
    owner: string,
    due: string,
    doneBy: string,
    doneAt: string,
  ];
  readonly title: string;
  readonly day0: string;
}

/** A table for a ticket or a wiki. */
export function evidenceMarkdown(rows: readonly EvidenceRow[], words: EvidenceWords): string {
  const [first] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownLine).join(' | ')} |`;
  return [
    `# ${markdownLine(words.title)}: ${markdownLine(first?.subject ?? '')}`,
    '',
    `${markdownLine(words.day0)}: ${first?.day0 ?? ''}`,
    '',
    line(words.columns),
    `| ${words.columns.map(() => '---').join(' | ')} |`,
    ...rows.map(({ part, system, action, owner, due, doneBy, doneAt }) =>
      line([
        part,
        `${system}: ${action}`,
        owner,
        due,
        doneBy,
        doneAt.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC'),
      ]),
    ),
    '',
  ].join('\n');
}

/**
 * A row of an export, by its columns; what is wrong with it, if it is none.
 * @param cells as a spreadsheet holds them
 */
export function readEvidenceRow(cells: Readonly<Record<string, unknown>>): EvidenceRow | string {
  const row: Record<string, string> = {};
  for (const [column, field] of Object.entries(COLUMNS)) {
    const value = cells[column] ?? cells[field];
    if (value === undefined && LATE.has(column)) {
      row[field] = '';
      continue;
    }
    if (typeof value !== 'string') return `the column ${column} is missing`;
    row[field] = plainCell(value);
  }
  const found = row as unknown as EvidenceRow;
  for (const field of ['day0', 'due'] as const)
    if (!isDay(found[field])) return `${field} is "${found[field]}"; expected a day such as 2026-11-22`;
  if (found.doneAt !== '' && Number.isNaN(Date.parse(found.doneAt)))
    return `done_at_utc is "${found.doneAt}"; expected a time such as 2026-11-22T09:00:00Z`;
  return found;
}
