import os from 'node:os';
import path from 'node:path';
import { config } from '../src/config.ts';
import { splitLocale } from '../src/core/article/language.ts';
import { describe, withDay, type Mined } from '../src/core/mining/mine.ts';
import { createMiner, SAMPLE_TICKETS } from '../src/core/mining/miner.ts';
import { createOffTopic } from '../src/core/mining/offTopic.ts';
import type { DayRange } from '../src/core/mining/recurringIssue.ts';
import { REPORT_VERSION, reportSchema, type MiningReport } from '../src/core/mining/report.ts';
import { reportCsv } from '../src/core/mining/reportCsv.ts';
import { reportMarkdown, trendText } from '../src/core/mining/reportMarkdown.ts';
import { oneLine } from '../src/core/mining/safeText.ts';
import { dayName } from '../src/core/mining/weeks.ts';
import { seededRandom } from '../src/core/random.ts';
import { FORMATS, type Format } from '../src/core/ticket/format.ts';
import { CSV_FIELDS, type ColumnMap, type CsvField } from '../src/core/ticket/readers/csv.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { loadArticleSources, loadOffTopic, loadTable, openKnowledge } from './lib/knowledge.ts';
import { MODELS, REPORTS } from './lib/paths.ts';
import { agesOf } from './mine/articleAges.ts';
import { assignmentLines } from './mine/assignmentLines.ts';
import { inputState, openCheckpoint } from './mine/checkpoint.ts';
import { loadLastRun } from './mine/loadLastRun.ts';
import { createProgress } from './mine/progress.ts';
import { readPrepared } from './mine/readPrepared.ts';
import { openExport } from './mine/readExport.ts';
import { createSkips } from './mine/skips.ts';
import { checkFolder, checkInput, writeFiles } from './mine/writeReport.ts';

const USAGE =
  'npm run mine -- --input <file|folder|-> [--format auto|zendesk|ndjson|csv|…] [--out <dir>] [--map field=Column …] ' +
  '[--cost <amount a ticket>] [--sample <tickets>] [--threads <n>] [--resume]';
const SEED = 20_260_518;
const SHOWN = 10;
/** Beside the report while a run is not finished. */
const PROGRESS_FOLDER = '.progress';

/** Mines an export of tickets for recurring issues and writes report.json, report.md, issues.csv and assignments.ndjson. */
await main(USAGE, async () => {
  const { input, format, out, columns, cost, sample, threads, isResumed } = readArguments();
  await checkInput(input);
  await checkFolder(out);
  const progress = createProgress();
  const skips = createSkips();
  const sources = await loadArticleSources();
  const slugs = new Set(sources.map(({ id }) => splitLocale(id).slug));
  const embedder = await loadTable();
  const checkpoint = await openCheckpoint(
    path.join(out, PROGRESS_FOLDER),
    [await inputState(input), format, columns, [...slugs], embedder.id],
    isResumed,
  );
  const file = await openExport(input, { format, columns, onColumns: printColumns, onSkip: skips.add });
  const tools = {
    embedder,
    offTopic: createOffTopic(await embedder.embed(await loadOffTopic())),
    random: seededRandom(SEED),
    progress,
  };
  const miner = createMiner(tools, sample);
  const facts = { redactions: {} as Record<string, number>, languages: { en: 0, 'zh-CN': 0, other: 0 } };
  let tickets = 0;
  let days: DayRange;
  const setup = { slugs, embedder, modelFolder: path.join(MODELS, config.model), threads };
  for await (const { mined, parts, redactions } of readPrepared(file.tickets, checkpoint, setup)) {
    const columnsEach = parts.length / mined.length;
    for (const [place, ticket] of mined.entries()) {
      await miner.add(ticket, parts.slice(place * columnsEach, (place + 1) * columnsEach));
      days = withDay(days, ticket.atMs);
      facts.languages[ticket.language]++;
    }
    for (const [kind, count] of Object.entries(redactions))
      facts.redactions[kind] = (facts.redactions[kind] ?? 0) + count;
    tickets += mined.length;
    progress(`reading: ${tickets} tickets`);
  }
  for (const line of skips.describe()) console.error(line);
  if (file.encoding.damaged)
    console.error(`Some bytes are not ${file.encoding.encoding}; those records were skipped.`);
  if (tickets === 0) throw new ProblemsFound(`No ticket in ${input} could be used.`);

  const gathered = await miner.finish();
  // Opening the knowledge takes seconds, and with no issue there is nothing to hold against it.
  const knowledge = gathered.summaries.length > 0 ? await openKnowledge('public') : { embedder, indexes: [] };
  const mined = await describe(gathered, days, tools, {
    knowledge: { ...knowledge, threshold: config.suggestions.threshold, ages: agesOf(sources) },
    last: await loadLastRun(out),
    costPerTicket: cost,
  });
  const inIssues = mined.issues.reduce((sum, issue) => sum + issue.tickets, 0);
  const report: MiningReport = reportSchema.parse({
    version: REPORT_VERSION,
    generatedFrom: {
      input: oneLine(path.basename(input)),
      format: file.format(),
      encoding: file.encoding.encoding,
      tickets,
      skipped: skips.counts(),
      duplicates: mined.duplicates,
      redactions: Object.fromEntries(Object.entries(facts.redactions).sort(([a], [b]) => (a < b ? -1 : 1))),
      languages: facts.languages,
      from: days ? dayName(days.first) : null,
      to: days ? dayName(days.last) : null,
      seed: SEED,
      model: embedder.id,
      fingerprint: mined.fingerprint,
    },
    changes: mined.changes,
    issues: mined.issues,
    noise: { tickets: tickets - inIssues },
  });
  await writeFiles(out, {
    'assignments.ndjson': assignmentLines(mined),
    'issues.csv': reportCsv(report),
    'report.md': `${reportMarkdown(report)}\n`,
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
  });
  await checkpoint.clear();
  console.log(summary(report, mined, out));
});

interface Arguments {
  readonly input: string;
  readonly format: Format;
  readonly out: string;
  readonly columns: ColumnMap;
  readonly cost: number | undefined;
  readonly sample: number;
  readonly threads: number;
  readonly isResumed: boolean;
}

function readArguments(): Arguments {
  const { values, positionals } = parseArguments({
    input: { type: 'string' },
    format: { type: 'string', default: 'auto' },
    out: { type: 'string', default: REPORTS },
    map: { type: 'string', multiple: true, default: [] },
    cost: { type: 'string' },
    sample: { type: 'string', default: String(SAMPLE_TICKETS) },
    threads: { type: 'string', default: String(Math.min(2, os.availableParallelism())) },
    resume: { type: 'boolean', default: false },
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
    cost: values.cost === undefined ? undefined : readNumber('cost', values.cost, 0),
    sample: readNumber('sample', values.sample, 100),
    threads: Math.round(readNumber('threads', values.threads, 0)),
    isResumed: values.resume,
  };
}

function readNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number) && number >= least) return number;
  throw new UsageError(`Cannot use --${option} "${text}": expected a number of ${least} or more.`);
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

function summary(report: MiningReport, mined: Mined, out: string): string {
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
    ...changeLine(mined),
    `Report: ${path.join(out, 'report.md')}, report.json, issues.csv and assignments.ndjson`,
  ].join('\n');
}

function changeLine({ changes, issues }: Mined): string[] {
  if (changes === null) return [];
  const count = (change: string): number => issues.filter((issue) => issue.change === change).length;
  return [
    `Since the last run: ${count('new')} new, ${count('grew')} grew, ${count('shrank')} shrank, ${changes.merged.length} merged, ${changes.ended.length} ended.`,
  ];
}
