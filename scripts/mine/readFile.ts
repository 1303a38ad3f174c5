import { detectContainer, type Container } from '../../src/core/ticket/container.ts';
import type { ExportFile, Format, Placed, Sample } from '../../src/core/ticket/format.ts';
import { COMMUNITY_FORMATS, MAIL_FORMATS, readRecord } from '../../src/core/ticket/formats.ts';
import { jsonElementsOf } from '../../src/core/ticket/jsonElements.ts';
import { linesOf } from '../../src/core/ticket/lines.ts';
import type { CommunityOptions } from '../../src/core/ticket/readers/communityFormat.ts';
import { csvReader } from '../../src/core/ticket/readers/csv.ts';
import { guessColumns, type ColumnMap } from '../../src/core/ticket/readers/csvColumns.ts';
import { planTable } from '../../src/core/ticket/readers/csvPlan.ts';
import type { ReadResult } from '../../src/core/ticket/ticket.ts';
import { csvRowsOf, type CsvRow } from './csvRows.ts';
import type { OpenedFile } from './openText.ts';

export interface ReadOptions extends CommunityOptions {
  readonly format: Format;
  /** Columns that override the guessed ones. */
  readonly columns: ColumnMap;
  /** Told which columns of a table are used, before its first ticket. */
  readonly onColumns: (columns: ColumnMap, header: readonly string[]) => void;
  /** Told what each ticket was read as: `zendesk json`, `csv`. */
  readonly onFormat: (format: string) => void;
  /** Put before ids that are made up from places, which must differ from file to file. */
  readonly idPrefix: string;
  /** Whether it is all there is: of a folder, a table without texts is something else that lies there. */
  readonly isOnly: boolean;
  /** Told where a row is whose date cannot be read; the row is read. */
  readonly onUnreadDate?: (place: string) => void;
}

/** What a file of mail is, if it is one. */
export function mailFormatOf(file: Sample, format: Format) {
  return told(MAIL_FORMATS, file, format);
}

/** Reads the records of one file, whichever format it is in. */
export function readFile(file: OpenedFile, options: ReadOptions): AsyncIterable<Placed> {
  const mail = mailFormatOf(file, options.format);
  if (mail) return naming(mail.name, mail.read(file), options);
  const community = told(COMMUNITY_FORMATS, file, options.format);
  const { keepPost } = options;
  if (community) return naming(community.name, community.read(file, keepPost && { keepPost }), options);
  const container = containerOf(options.format, file.head);
  return container === 'csv' ? readRows(file, options) : readJson(file, container, options);
}

function told<Known extends { readonly name: Format; readonly detect: (sample: Sample) => boolean }>(
  formats: readonly Known[],
  file: Sample,
  format: Format,
): Known | undefined {
  return formats.find(({ name, detect }) => name === format || (format === 'auto' && detect(file)));
}

async function* naming(
  name: string,
  placed: AsyncIterable<Placed>,
  { onFormat }: ReadOptions,
): AsyncGenerator<Placed> {
  onFormat(name);
  yield* placed;
}

async function* readJson(
  file: OpenedFile,
  container: 'json' | 'ndjson',
  { format, idPrefix, onFormat }: ReadOptions,
): AsyncGenerator<Placed> {
  let number = 0;
  const records = container === 'json' ? jsonElementsOf(file.text()) : linesOf(file.text());
  for await (const { text, line, truncated, tooLong } of records) {
    number++;
    const place = container === 'json' ? `record ${number} (line ${line})` : `line ${line}`;
    const id = idPrefix + (container === 'json' ? `record-${number}` : `line-${line}`);
    const broken = tooLong ? 'too-long' : brokenBy(file, text);
    const value = broken ? undefined : parseJson(text);
    if (value === undefined) {
      yield { result: { skipped: broken ?? (truncated ? 'truncated' : 'malformed') }, place };
      continue;
    }
    for (const { result, format: found, element } of readRecord(value, id, format)) {
      if ('ticket' in result) onFormat(`${found} ${container}`);
      yield { result, place: element === undefined ? place : `${place}, element ${element}` };
    }
  }
}

/** Rows that are held to see what the columns hold. */
const ROWS_SEEN = 200;

async function* readRows(file: OpenedFile, options: ReadOptions): AsyncGenerator<Placed> {
  const rows = csvRowsOf(file.text(), file.head);
  const begun: CsvRow[] = [];
  let header: readonly string[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    if (next.value.kind === 'header') header = next.value.names;
    else begun.push(next.value);
    if (begun.length >= ROWS_SEEN) break;
  }
  const seen = begun.flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  const { columns, orders } = planTable(header, { ...guessColumns(header), ...options.columns }, seen);
  const isTable = [columns.body, columns.subject].some((name) => name !== undefined && header.includes(name));
  if (isTable || options.isOnly) options.onColumns(columns, header);
  if (!isTable) return yield { result: { skipped: 'other' }, place: 'no column of text' };
  options.onFormat('csv');
  const read = csvReader(columns, orders);
  const { createdAt } = columns;
  for await (const row of inTurn(begun, rows)) {
    if (row.kind === 'header') continue;
    const place = `line ${row.line}`;
    if (row.kind === 'broken') {
      yield { result: { skipped: row.reason }, place };
      continue;
    }
    const broken = brokenBy(file, Object.values(row.fields).join(' '));
    const result: ReadResult = broken
      ? { skipped: broken }
      : read(row.fields, `${options.idPrefix}line-${row.line}`);
    const isUndated = 'ticket' in result && result.ticket.createdAt === undefined;
    if (isUndated && createdAt !== undefined && (row.fields[createdAt] ?? '').trim() !== '')
      options.onUnreadDate?.(place);
    yield { result, place };
  }
}

async function* inTurn<Item>(begun: readonly Item[], rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* begun;
  yield* rest;
}

function containerOf(format: Format, head: string): Container {
  const detected = detectContainer(head);
  if (format === 'csv') return 'csv';
  return format !== 'auto' && detected === 'csv' ? 'ndjson' : detected;
}

/** A record in which the encoding broke something is not to be trusted. */
function brokenBy({ encoding }: OpenedFile, source: string): 'encoding' | undefined {
  return encoding.damaged && source.includes('\uFFFD') ? 'encoding' : undefined;
}

/** `undefined` is no JSON value, so it can stand for none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is kept of a file that is read later. */
export function closed({ name, bytes, text }: ExportFile): ExportFile {
  return { name, bytes, text };
}
