import { createReadStream } from 'node:fs';
import { decode, detectEncoding, type DetectedEncoding } from '../../src/core/ticket/encoding.ts';
import { detectContainer, type Container, type Format } from '../../src/core/ticket/format.ts';
import { jsonElementsOf } from '../../src/core/ticket/jsonElements.ts';
import { linesOf, type TextRecord } from '../../src/core/ticket/lines.ts';
import { csvReader, guessColumns, type ColumnMap } from '../../src/core/ticket/readers/csv.ts';
import { readPlain } from '../../src/core/ticket/readers/plain.ts';
import { isZendesk, readZendesk } from '../../src/core/ticket/readers/zendesk.ts';
import type { ReadResult, RecordReader, SkipReason, Ticket } from '../../src/core/ticket/ticket.ts';
import { ProblemsFound } from '../lib/commandLine.ts';
import { csvRowsOf } from './csvRows.ts';

export interface ExportOptions {
  readonly format: Format;
  /** Columns that override the guessed ones. */
  readonly columns: ColumnMap;
  /** Told which columns are used, before the first ticket. */
  readonly onColumns: (columns: ColumnMap, header: readonly string[]) => void;
  readonly onSkip: (reason: SkipReason, place: string) => void;
}

/** An export that is being read. */
export interface Export {
  readonly encoding: DetectedEncoding;
  /** `zendesk (ndjson)`, `csv`: known once the first ticket was read. */
  format(): string;
  readonly tickets: AsyncGenerator<Ticket>;
}

/** @throws ProblemsFound if the file is empty or no text. */
export async function openExport(file: string, options: ExportOptions): Promise<Export> {
  const open = (): AsyncIterable<Buffer> => createReadStream(file, { highWaterMark: 1 << 18 });
  const encoding = await detectEncoding(open);
  const head = await firstText(decode(open(), encoding.encoding));
  if (head.trim() === '') throw new ProblemsFound(`${file} is empty: there is no ticket in it.`);
  if (head.includes('\0') || (encoding.damaged && /^(?:\u001F\uFFFD|PK\u0003)/.test(head))) {
    throw new ProblemsFound(`${file} is not text (a compressed or binary file?). Unpack it first.`);
  }
  const container = containerOf(options.format, head);
  let schema = container === 'csv' ? 'csv' : '';
  const read: RecordReader = (record, id) => {
    const zendesk = options.format === 'zendesk' || (options.format === 'auto' && isZendesk(record));
    const result = (zendesk ? readZendesk : readPlain)(record, id);
    if (schema === '' && 'ticket' in result) schema = `${zendesk ? 'zendesk' : 'plain'} ${container}`;
    return result;
  };
  const text = decode(open(), encoding.encoding);
  const results = container === 'csv' ? readRows(text, head, options) : readJson(text, container, read);
  return {
    encoding,
    format: () => schema || container,
    tickets: keepTickets(results, encoding.damaged, options.onSkip),
  };
}

interface Placed {
  readonly result: ReadResult;
  readonly place: string;
  /** The record's text, to see whether the encoding broke it. */
  readonly source: string;
}

async function* readJson(
  text: AsyncIterable<string>,
  container: Container,
  read: RecordReader,
): AsyncGenerator<Placed> {
  let number = 0;
  const records: AsyncGenerator<TextRecord> = container === 'json' ? jsonElementsOf(text) : linesOf(text);
  for await (const { text: source, line, truncated } of records) {
    number++;
    const place = container === 'json' ? `record ${number} (line ${line})` : `line ${line}`;
    const record = parseJson(source);
    const result: ReadResult =
      record === undefined
        ? { skipped: truncated ? 'truncated' : 'malformed' }
        : read(record, container === 'json' ? `record-${number}` : `line-${line}`);
    yield { result, place, source };
  }
}

async function* readRows(
  text: AsyncIterable<string>,
  head: string,
  options: ExportOptions,
): AsyncGenerator<Placed> {
  let read: RecordReader | undefined;
  for await (const row of csvRowsOf(text, head)) {
    if (row.kind === 'header') {
      const columns = { ...guessColumns(row.names), ...options.columns };
      options.onColumns(columns, row.names);
      read = csvReader(columns);
    } else {
      const result: ReadResult =
        row.kind === 'broken' ? { skipped: row.reason } : read!(row.fields, `line-${row.line}`);
      const source = row.kind === 'broken' ? '' : Object.values(row.fields).join(' ');
      yield { result, place: `line ${row.line}`, source };
    }
  }
}

async function* keepTickets(
  results: AsyncIterable<Placed>,
  damaged: boolean,
  onSkip: ExportOptions['onSkip'],
): AsyncGenerator<Ticket> {
  const ids = new Set<string>();
  for await (const { result, place, source } of results) {
    if (damaged && source.includes('\uFFFD')) onSkip('encoding', place);
    else if ('skipped' in result) onSkip(result.skipped, place);
    else if (ids.has(result.ticket.id)) onSkip('repeated-id', place);
    else {
      ids.add(result.ticket.id);
      yield result.ticket;
    }
  }
}

function containerOf(format: Format, head: string): Container {
  const detected = detectContainer(head);
  if (format === 'auto') return detected;
  if (format === 'zendesk') return detected === 'csv' ? 'ndjson' : detected;
  return format;
}

const HEAD_CHARACTERS = 65_536;

async function firstText(chunks: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const chunk of chunks) {
    head += chunk;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}

/** `undefined` is no JSON value, so it can stand for none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
