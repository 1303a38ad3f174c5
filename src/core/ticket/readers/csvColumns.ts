import { COLUMN_NAMES, CSV_FIELDS, simpleName, type CsvField } from './csvColumnNames.ts';

/** Which column holds each field. */
export type ColumnMap = Readonly<Partial<Record<CsvField, string>>>;

/** Guesses which column holds what from the names of the header; a field that no name fits is left out. */
export function guessColumns(header: readonly string[]): ColumnMap {
  const bySimpleName = new Map(header.toReversed().map((name) => [simpleName(name), name]));
  const guesses = CSV_FIELDS.map((field) => {
    const name = COLUMN_NAMES[field].find((candidate) => bySimpleName.has(candidate));
    return [field, name === undefined ? undefined : bySimpleName.get(name)] as const;
  });
  return Object.fromEntries(guesses.filter(([, column]) => column !== undefined));
}

/**
 * The columns that `subject=Title,body=Text` names, for what the guess got wrong; a comma in a column's name is kept if
 * no field's name follows it.
 * @returns the piece that names no field, where there is one
 */
export function parseColumns(text: string): { readonly columns: ColumnMap } | { readonly unknown: string } {
  const columns: Partial<Record<CsvField, string>> = {};
  for (const piece of text.split(PAIR_BEGINS)) {
    const at = piece.indexOf('=');
    const field = CSV_FIELDS.find((name) => name === piece.slice(0, at).trim());
    if (at < 0 || !field) return { unknown: piece };
    columns[field] = piece.slice(at + 1).trim();
  }
  return { columns };
}

const PAIR_BEGINS = new RegExp(String.raw`,(?=\s*\w+\s*=)`);
