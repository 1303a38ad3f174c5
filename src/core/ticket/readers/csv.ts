import { textOrHtml } from '../htmlText.ts';
import { ticketOrEmpty, type RecordReader } from '../ticket.ts';
import { namesPeople, type CsvField } from './csvColumnNames.ts';
import type { ColumnMap } from './csvColumns.ts';
import type { TablePlan } from './csvPlan.ts';
import { toIsoDate } from './dates.ts';
import { isFields, textOr, toText, toTextList } from './fields.ts';
import { messageOf, satisfactionNamed } from './messages.ts';

/** Reads the rows (as objects by column) of a table with the given columns. */
export function csvReader(columns: ColumnMap, orders: TablePlan['orders'] = {}): RecordReader {
  return (record, fallbackId) => {
    if (!isFields(record)) return { skipped: 'not-a-record' };
    const value = (field: CsvField): string => {
      const column = columns[field];
      return column !== undefined && Object.hasOwn(record, column) ? toText(record[column]) : '';
    };
    const moment = (field: CsvField): string | undefined => toIsoDate(value(field), orders[field]);
    const createdAt = moment('createdAt');
    const people = Object.entries(record)
      .filter(([column]) => namesPeople(column))
      .map(([, name]) => toText(name).trim())
      .filter((name) => name !== '' && name.length <= LONGEST_NAME);
    return ticketOrEmpty({
      id: value('id').trim() || fallbackId,
      createdAt,
      updatedAt: moment('updatedAt'),
      resolvedAt: moment('resolvedAt'),
      subject: value('subject'),
      messages: [
        ...messageOf('requester', textOrHtml(value('body')), createdAt),
        ...messageOf('agent', textOrHtml(value('reply'), { links: true })),
      ],
      tags: toTextList(value('tags')),
      product: textOr(value('product')),
      satisfaction: satisfactionNamed(value('satisfaction')),
      language: textOr(value('language')),
      requesterKey: textOr(value('requester')),
      ...(people.length > 0 && { people }),
    });
  };
}

const LONGEST_NAME = 120;

/** The delimiter of a table: the one of `,` `;` tab `|` that the first line has most of outside quotes. */
export function detectDelimiter(firstLine: string): string {
  const unquoted = firstLine.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return [',', '\t', ';', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
