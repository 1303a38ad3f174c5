import path from 'node:path';
import { config } from '../src/config.ts';
import { splitLocale } from '../src/core/article/language.ts';
import { mine, MOST_TICKETS } from '../src/core/mining/mine.ts';
import { prepareTicket, type MinedTicket } from '../src/core/mining/minedTicket.ts';
import { seededRandom } from '../src/core/random.ts';
import { countLanguages } from '../src/core/mining/recurringIssue.ts';
import { REPORT_VERSION, reportSchema, type MiningReport } from '../src/core/mining/report.ts';
import { reportMarkdown, trendText } from '../src/core/mining/reportMarkdown.ts';
import { oneLine } from '../src/core/mining/safeText.ts';
import { dayOf } from '../src/core/mining/weeks.ts';
import { FORMATS, type Format } from '../src/core/ticket/format.ts';
import { CSV_FIELDS, type ColumnMap, type CsvField } from '../src/core/ticket/readers/csv.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { buildIndexes, loadArticleSources, loadTable } from './lib/knowledge.ts';
import { REPORTS } from './lib/paths.ts';
import { openExport } from './mine/readExport.ts';
import { createProgress } from './mine/progress.ts';
import { createSkips } from './mine/skips.ts';
import { checkFolder, checkInput, writeFiles } from './mine/writeReport.ts';

const USAGE =
  'npm run mine -- --input <file> [--format auto|zendesk|ndjson|json|csv] [--out <dir>] [--map field=Column …]';
const SEED = 20_260_518;
const SHOWN = 10;

/** Mines an export of tickets for recurring issues and writes report.json and report.md. */
await main(USAGE, async () => {
  const { input, format, out, columns } = readArguments();
  await checkInput(input);
  await checkFolder(out);
  const progress = createProgress();
  const skips = createSkips();
  const slugs = new Set((await loadArticleSources()).map(({ id }) => splitLocale(id).slug));
  const file = await openExport(input, { format, columns, onColumns: printColumns, onSkip: skips.add });
  const redactions: Record<string, number> = {};
  let tickets: MinedTicket[] = [];
  for await (const ticket of file.tickets) {
    const prepared = prepareTicket(ticket, slugs);
    tickets.push(prepared.mined);
    for (const [kind, count] of Object.entries(prepared.redactions))
      redactions[kind] = (redactions[kind] ?? 0) + count;
    progress(`reading: ${tickets.length} tickets`);
  }
  for (const line of skips.describe()) console.error(line);
  if (file.encoding.damaged)
    console.error(`Some bytes are not ${file.encoding.encoding}; those records were skipped.`);
  if (tickets.length === 0) throw new ProblemsFound(`No ticket in ${input} could be used.`);
  tickets = inOrder(tickets);
  if (tickets.length > MOST_TICKETS) {
    skips.add('over-limit', 'oldest tickets', tickets.length - MOST_TICKETS);
    console.error(`More than ${MOST_TICKETS} tickets: only the newest ${MOST_TICKETS} are mined.`);
    tickets = tickets.slice(-MOST_TICKETS);
  }

  const embedder = await loadTable();
  const mined = await mine(tickets, {
    embedder,
    indexes: await buildIndexes('public', embedder),
    threshold: config.suggestions.threshold,
    random: seededRandom(SEED),
    progress,
  });
  const times = tickets.flatMap(({ atMs }) => (atMs === undefined ? [] : [atMs]));
  const inIssues = mined.issues.reduce((sum, issue) => sum + issue.tickets, 0);
  const report: MiningReport = reportSchema.parse({
    version: REPORT_VERSION,
    generatedFrom: {
      input: oneLine(path.basename(input)),
      format: file.format(),
      encoding: file.encoding.encoding,
      tickets: tickets.length,
      skipped: skips.counts(),
      duplicates: mined.duplicates,
      redactions: Object.fromEntries(Object.entries(redactions).sort(([a], [b]) => (a < b ? -1 : 1))),
      languages: countLanguages(tickets),
      from: times.length > 0 ? dayOf(times[0]!) : null,
      to: times.length > 0 ? dayOf(times[times.length - 1]!) : null,
    },
    issues: mined.issues,
    noise: { tickets: tickets.length - inIssues },
  });
  await writeFiles(out, {
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'report.md': `${reportMarkdown(report)}\n`,
  });
  console.log(summary(report, out));
});

interface Arguments {
  readonly input: string;
  readonly format: Format;
  readonly out: string;
  readonly columns: ColumnMap;
}

function readArguments(): Arguments {
  const { values, positionals } = parseArguments({
    input: { type: 'string' },
    format: { type: 'string', default: 'auto' },
    out: { type: 'string', default: REPORTS },
    map: { type: 'string', multiple: true, default: [] },
  });
  const format = FORMATS.find((name) => name === values.format);
  if (!format)
    throw new UsageError(`Unknown format "${values.format}": expected one of ${FORMATS.join(', ')}.`);
  // `--map a=A b=B`: what follows the first pair arrives without the option's name.
  const extra = values.map.length > 0 ? positionals.filter((text) => text.includes('=')) : [];
  const stray = positionals.find((text) => !extra.includes(text));
  if (stray !== undefined) throw new UsageError(`Unexpected argument "${stray}".`);
  if (values.input === undefined || values.input === '') throw new UsageError('There is no --input to read.');
  return {
    input: values.input,
    format,
    out: path.resolve(values.out),
    columns: readColumns([...values.map, ...extra]),
  };
}

function readColumns(pairs: readonly string[]): ColumnMap {
  const columns: Partial<Record<CsvField, string>> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const field = CSV_FIELDS.find((name) => name === pair.slice(0, at));
    if (at < 0 || !field) {
      throw new UsageError(
        `Cannot use --map "${pair}": expected field=Column with one of ${CSV_FIELDS.join(', ')}.`,
      );
    }
    columns[field] = pair.slice(at + 1);
  }
  return columns;
}

function printColumns(columns: ColumnMap, header: readonly string[]): void {
  const wrong = Object.values(columns).find((column) => !header.includes(column));
  const names = header.map(oneLine).join(', ');
  if (wrong !== undefined) throw new UsageError(`There is no column "${wrong}". The columns are: ${names}.`);
  if (columns.body === undefined && columns.subject === undefined) {
    throw new UsageError(
      `No column looks like the text. Name it with --map body="…". The columns are: ${names}.`,
    );
  }
  const pairs = Object.entries(columns).map(([field, column]) => `${field} = ${oneLine(column)}`);
  console.error(`Columns: ${pairs.join(' · ')}. Others are ignored; --map changes this.`);
}

/** By date, then as exported; tickets without a date come first. */
function inOrder(tickets: readonly MinedTicket[]): MinedTicket[] {
  return tickets.toSorted((a, b) => (a.atMs ?? -Infinity) - (b.atMs ?? -Infinity) || 0);
}

function summary(report: MiningReport, out: string): string {
  const { generatedFrom: from, issues, noise } = report;
  const skipped = Object.values(from.skipped).reduce((sum, count) => sum + count, 0);
  const redacted = Object.values(from.redactions).reduce((sum, count) => sum + count, 0);
  return [
    `${from.tickets} tickets (${from.format}, ${from.encoding}; ${skipped} records skipped, ${redacted} redactions), ` +
      `${from.duplicates} repeated, ${issues.length} recurring issues, ${noise.tickets} like no others.`,
    ...issues.slice(0, SHOWN).map((issue, i) => {
      const article = issue.gap.slug === null ? '' : ` ${issue.gap.slug}`;
      return `${String(i + 1).padStart(2)}. ${issue.tickets} · ${issue.title} · ${trendText(issue.trend)} · ${issue.gap.kind}${article}`;
    }),
    `Report: ${path.join(out, 'report.md')} and report.json`,
  ].join('\n');
}
