export { toIsoDate } from './dates.ts';

/** A parsed JSON object or CSV row. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of several spellings of a field that has a value. */
export function pick(fields: Fields, names: readonly string[]): unknown {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** Text or a number as text; anything else is no text. Lone surrogates become U+FFFD. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The objects of a list; none if it is no list. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** A field that is an object; one without fields if it is not. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** Text or a number as text, undefined if that is nothing. */
export function textOr(value: unknown): string | undefined {
  return toText(value) || undefined;
}

/** A whole number of at least 0. */
export function toCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export function toTextList(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .toWellFormed()
      .split(/[,;，；]/)
      .map((item) => item.trim())
      .filter(Boolean);
  return Array.isArray(value) ? value.map(toText).filter(Boolean) : [];
}
