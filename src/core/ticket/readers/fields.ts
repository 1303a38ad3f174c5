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

/** Dates before this year are a broken clock or a wrong column. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;
const ISO_LIKE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const DAY_OR_MONTH_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b(?:[T\s]+(\d{1,2}):(\d{2}))?/;

/**
 * A moment as ISO 8601 in UTC, from what exports hold: ISO 8601 (a missing zone is UTC), `2026/5/18`,
 * `2026年5月18日`, `05/18/2026` (month first unless that is no month), Unix seconds or milliseconds.
 * Undefined if it is none of these; never a guess that depends on where the program runs.
 */
export function toIsoDate(value: unknown): string | undefined {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{10}(?:\d{3})?$/.test(value.trim()))) {
    const number = Number(value);
    return checkedIso(new Date(number < 1e11 ? number * 1000 : number));
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const iso = ISO_LIKE.exec(text);
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = iso;
    return fromParts([year!, month!, day!, hour, minute, second], zone);
  }
  const other = DAY_OR_MONTH_FIRST.exec(text);
  if (!other) return undefined;
  const [, first, second, year, hour = '0', minute = '0'] = other;
  const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
  return fromParts([year!, month!, day!, hour, minute, '0'], 'Z');
}

function fromParts(parts: readonly string[], zone: string): string | undefined {
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offsetMs(zone));
  return checkedIso(date);
}

function offsetMs(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function checkedIso(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().replace('.000Z', 'Z') : undefined;
}
