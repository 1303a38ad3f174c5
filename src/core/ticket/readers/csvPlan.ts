import { namesPeople, type CsvField } from './csvColumnNames.ts';
import type { ColumnMap } from './csvColumns.ts';
import { dateOrderOf, type DateOrder } from './dates.ts';

/** What a table shows before its rows are read: which column holds what, and in which order its dates are. */
export interface TablePlan {
  readonly columns: ColumnMap;
  readonly orders: Readonly<Partial<Record<CsvField, DateOrder>>>;
}

/** Shorter texts are names, states and numbers. */
const SHORTEST_TEXT = 20;
const LONGEST_COLUMN_NAME = 60;

/**
 * Decides by the first rows what the names of the columns leave open: the text is the column with the longest texts, and
 * whether 5/1 is in May or in January is the same in all of a column.
 * @param given the guessed columns and those that were named
 */
export function planTable(
  header: readonly string[],
  given: ColumnMap,
  rows: readonly Readonly<Record<string, string>>[],
): TablePlan {
  const body = given.body ?? longestColumn(header, given, rows);
  const columns = body === undefined ? given : { ...given, body };
  const orders = (['createdAt', 'updatedAt', 'resolvedAt'] as const).flatMap((field) => {
    const column = columns[field];
    const order = column === undefined ? undefined : dateOrderOf(rows.map((row) => row[column] ?? ''));
    return order === undefined ? [] : [[field, order] as const];
  });
  const known = Object.fromEntries(orders) as Partial<Record<CsvField, DateOrder>>;
  // A column without a telling date is written as its neighbours are.
  const [any] = Object.values(known);
  return {
    columns,
    orders: any === undefined ? {} : { createdAt: any, updatedAt: any, resolvedAt: any, ...known },
  };
}

function longestColumn(
  header: readonly string[],
  given: ColumnMap,
  rows: readonly Readonly<Record<string, string>>[],
): string | undefined {
  // One column of long lines is a text file.
  if (header.length < 2 || header.some((name) => name.length > LONGEST_COLUMN_NAME)) return undefined;
  const used = new Set(Object.values(given));
  const lengths = header
    .filter((column) => column !== '' && !used.has(column) && !namesPeople(column))
    .map((column) => {
      const texts = rows
        .map((row) => row[column] ?? '')
        .filter((text) => /\p{L}{2}.*\s.*\p{L}|\p{Script=Han}{4}/su.test(text));
      const sum = texts.reduce((total, text) => total + [...text].length, 0);
      return { column, length: texts.length * 2 < rows.length ? 0 : sum / Math.max(1, texts.length) };
    })
    .sort((a, b) => b.length - a.length);
  const [longest] = lengths;
  return longest && longest.length >= SHORTEST_TEXT ? longest.column : undefined;
}
