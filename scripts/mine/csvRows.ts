import { Readable } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import { detectDelimiter } from '../../src/core/ticket/readers/csv.ts';
import { shortenFields } from '../../src/core/ticket/readers/csvFields.ts';
import type { SkipReason } from '../../src/core/ticket/ticket.ts';

export type CsvRow =
  | { readonly kind: 'header'; readonly names: readonly string[] }
  | { readonly kind: 'row'; readonly line: number; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: SkipReason };

/**
 * The rows of a table, the header first. A broken row is reported with the line it ends on and the rest goes on.
 * @param head the first characters of the text, to tell the delimiter
 */
export async function* csvRowsOf(text: AsyncIterable<string>, head: string): AsyncGenerator<CsvRow> {
  const broken: CsvRow[] = [];
  const delimiter = detectDelimiter(head.split(/\r?\n/, 1)[0] ?? '');
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count_less: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      const line = Number(error?.['lines'] ?? 0);
      broken.push({
        kind: 'broken',
        line,
        reason: error?.code === 'CSV_QUOTE_NOT_CLOSED' ? 'truncated' : 'malformed',
      });
      return undefined;
    },
  });
  Readable.from(shortenFields(text, delimiter))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let names: readonly string[] | undefined;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    yield* broken.splice(0);
    if (!names) {
      names = record.map((name) => name.trim());
      yield { kind: 'header', names };
      continue;
    }
    const columns = names;
    const fields = Object.fromEntries(record.map((value, i) => [columns[i] ?? `column ${i + 1}`, value]));
    yield { kind: 'row', line: info.lines, fields };
  }
  yield* broken;
}
