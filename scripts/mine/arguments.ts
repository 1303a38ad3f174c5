import os from 'node:os';
import path from 'node:path';
import { SAMPLE_TICKETS } from '../../src/core/mining/miner.ts';
import { oneLine } from '../../src/core/mining/safeText.ts';
import { FORMATS, type Format } from '../../src/core/ticket/format.ts';
import { CSV_FIELDS, type CsvField } from '../../src/core/ticket/readers/csvColumnNames.ts';
import type { ColumnMap } from '../../src/core/ticket/readers/csvColumns.ts';
import { parseArguments, UsageError } from '../lib/commandLine.ts';
import { REPORTS } from '../lib/paths.ts';

export const USAGE =
  'npm run mine -- --input <file|folder|-> [--format auto|zendesk|ndjson|csv|…] [--out <dir>] [--map field=Column …] ' +
  '[--events <file.ndjson>] [--cost <amount a ticket>] [--sample <tickets>] [--threads <n>] [--resume]';

const HELP = `usage: ${USAGE}

Mines an export of tickets for recurring issues, on this machine only, and writes the report.

  --input    an export: a file, a folder of files, or - for standard input; gzip and zstd are unpacked
  --format   of the input; auto looks at it (${FORMATS.join(', ')})
  --out      where the report goes (default: reports/); what an earlier run left there says what is new, grew or ended
  --map      the columns of a table: body=Column, id=Column … (what is guessed is printed)
  --events   what the suggestions recorded, NDJSON: tells which articles were tried before a ticket came
  --cost     what a ticket costs, for the ranking by work
  --sample   tickets whose graph is built; of more, the others are assigned to its issues (default: ${SAMPLE_TICKETS})
  --threads  that prepare tickets beside this one
  --resume   takes up a run that was cut off, of the same input in the same order

Exit codes: 0 the report is written, 1 no ticket could be used, 2 wrong usage.`;

export interface Arguments {
  readonly input: string;
  readonly format: Format;
  readonly out: string;
  readonly columns: ColumnMap;
  /** What the suggestions recorded, if it is given. */
  readonly events: string | undefined;
  readonly cost: number | undefined;
  readonly sample: number;
  readonly threads: number;
  readonly isResumed: boolean;
}

/** Undefined where the help was asked for, and is printed. @throws UsageError that says which argument cannot be used, and what was expected */
export function readArguments(): Arguments | undefined {
  const { values, positionals } = parseArguments({
    input: { type: 'string' },
    format: { type: 'string', default: 'auto' },
    out: { type: 'string', default: REPORTS },
    map: { type: 'string', multiple: true, default: [] },
    events: { type: 'string' },
    cost: { type: 'string' },
    sample: { type: 'string', default: String(SAMPLE_TICKETS) },
    threads: { type: 'string', default: String(Math.min(2, os.availableParallelism())) },
    resume: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
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
    events: values.events,
    cost: values.cost === undefined ? undefined : readNumber('cost', values.cost, 0),
    sample: readNumber('sample', values.sample, 100),
    threads: Math.round(readNumber('threads', values.threads, 0)),
    isResumed: values.resume,
  };
}

/** Says on stderr which columns of a table are read. @throws UsageError if one is not there, or none is the text */
export function printColumns(columns: ColumnMap, header: readonly string[]): void {
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
