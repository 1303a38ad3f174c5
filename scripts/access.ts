import { parse as parseCsv } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { isDay } from '../src/core/operations/access/day.ts';
import { dueItems, mergedRows, type DueItem } from '../src/core/operations/access/due.ts';
import { readEvidenceRow, type EvidenceRow } from '../src/core/operations/access/evidence.ts';
import { oneLine } from '../src/core/mining/safeText.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';

const USAGE = 'npm run access -- due --records <file> [--records <file> …] [--within <days>] [--json]';
const HELP = `usage: ${USAGE}

Lists what is due of the access checklists (onboarding, offboarding, periodic review), from records that their pages
export. Of a line in several files, done counts.

--records  a .csv or .json file that a page exported; may be given several times
--within   also what is due within so many days (0: today and before)
--today    the day to compare with, as YYYY-MM-DD
--json     as data: {today, due: [{runbook, subject, system, owner, due, daysLeft, …}]}
exit code: 0 nothing is overdue, 1 something is, or a file cannot be used, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    records: { type: 'string', multiple: true, default: [] },
    within: { type: 'string', default: '0' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    json: { type: 'boolean', default: false },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length !== 1 || positionals[0] !== 'due') throw new UsageError('Say what to list: due.');
  if (values.records.length === 0) throw new UsageError('Say which records: --records <file>.');
  if (!/^\d{1,4}$/.test(values.within))
    throw new UsageError(`--within is "${values.within}": expected a number of days.`);
  if (!isDay(values.today))
    throw new UsageError(`--today is "${values.today}": expected a day such as 2026-11-22.`);

  const rows = mergedRows((await Promise.all(values.records.map(readRecords))).flat());
  const due = dueItems(rows, values.today, Number(values.within));
  const overdue = due.filter(({ daysLeft }) => daysLeft < 0);
  if (values.json) console.log(JSON.stringify({ today: values.today, due }, null, 2));
  else {
    for (const item of due) console.log(lineOf(item));
    const open = rows.filter(({ doneAt }) => doneAt === '').length;
    console.log(`${rows.length} lines, ${open} open, ${due.length} due, ${overdue.length} overdue.`);
  }
  if (overdue.length === 0) return;
  // The lines said which.
  if (values.json) process.exitCode = 1;
  else
    throw new ProblemsFound(`${overdue.length} ${overdue.length === 1 ? 'line is' : 'lines are'} overdue.`);
});

function lineOf({ due, daysLeft, subject, system, owner, runbook }: DueItem): string {
  const when = daysLeft < 0 ? `${-daysLeft} d overdue` : daysLeft === 0 ? 'today' : `in ${daysLeft} d`;
  return [due, when, subject, system, owner, runbook].map(oneLine).join('  ');
}

async function readRecords(file: string): Promise<EvidenceRow[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The file ${file} cannot be read.`);
  });
  const cells = /\.json$/i.test(file) ? readJson(file, text) : readCsv(file, text);
  // An export has a record for each line of its checklist: a file without one is another file, and not good news.
  if (cells.length === 0)
    throw new ProblemsFound(`${file} has no record. Fix: export it again from the page of the runbook.`);
  return cells.map((row, i) => {
    const read = readEvidenceRow(row);
    if (typeof read === 'string')
      throw new ProblemsFound(
        `${file}, record ${i + 1}: ${read}. Fix: export it again from the page of the runbook.`,
      );
    return read;
  });
}

type Cells = Readonly<Record<string, unknown>>;

function readJson(file: string, text: string): Cells[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ProblemsFound(`${file} is not JSON. Fix: export it again from the page of the runbook.`);
  }
  const rows = typeof data === 'object' && data !== null ? (data as Cells)['rows'] : undefined;
  if (!Array.isArray(rows))
    throw new ProblemsFound(`${file} has no rows. Fix: export it again from the page of the runbook.`);
  return rows.map((row: unknown) => (typeof row === 'object' && row !== null ? (row as Cells) : {}));
}

function readCsv(file: string, text: string): Cells[] {
  try {
    return parseCsv(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemsFound(`${file} cannot be read as CSV: ${reason}. Fix: export it again from the page.`);
  }
}
