/** Dates before this year are a broken clock or a wrong column. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

/** Which of two numbers is the day, where a date does not tell. */
export type DateOrder = 'day-first' | 'month-first';

const NOON = String.raw`(?:上午|下午|凌晨|早上|中午|晚上|傍晚)`;
/** `8:30`, `08:30:00.123`, `8:30 AM`, `下午3:20`, and the zone. */
const TIME = String.raw`(?:(?:[T,\s]\s*|\s*(?=${NOON}))(?<noon>${NOON})?\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)?)?$`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<named>${MONTHS.join('|')})[a-z]{0,6}\.?`;

/** Year first, month by its name with the day before or after it, and three numbers of which the last is the year. */
const SHAPES = [
  String.raw`^(?<year>\d{4})[-/.年]\s?(?<month>\d{1,2})[-/.月]\s?(?<day>\d{1,2})[日号]?${TIME}`,
  String.raw`^(?:[a-z]{3,9}\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[-/\s.]+${MONTH}[-/\s,]+(?<year>\d{4}|\d{2})${TIME}`,
  String.raw`^(?:[a-z]{3,9}\.?,?\s+)?${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${TIME}`,
  String.raw`^(?<first>\d{1,2})(?<sign>[-/.])(?<other>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})${TIME}`,
].map((shape) => new RegExp(shape, 'i'));

/**
 * A moment as ISO 8601 in UTC, from what exports hold: ISO 8601 (a missing zone is UTC), `2026年5月18日 下午3:20`,
 * `18/May/26 8:30 AM`, `May 18, 2026`, RFC 5322, `18.05.2026` (with dots the day is first), `05/18/2026` (month first unless
 * that is no month or `order` says otherwise), `20260518`, the days that spreadsheets count, Unix seconds or milliseconds.
 * Undefined if it is none of these; never a guess that depends on where the program runs.
 */
export function toIsoDate(value: unknown, order: DateOrder = 'month-first'): string | undefined {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return undefined;
  const text = value
    .normalize('NFKC')
    .replace(/\([^()]*\)$/, '')
    .trim();
  if (text.length > 60) return undefined;
  const compact = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return fromParts(compact.slice(1), ['0', '0', '0'], '');
  if (/^\d{5,13}(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
  for (const shape of SHAPES) {
    const groups = shape.exec(text)?.groups;
    if (groups) return fromGroups(groups, order);
  }
  return undefined;
}

/** Which order the dates of a column are in, by those of which one number is no month; undefined if none tells. */
export function dateOrderOf(values: Iterable<string>): DateOrder | undefined {
  const votes = { 'day-first': 0, 'month-first': 0 };
  for (const value of values) {
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d{2})\b/.exec(value);
    if (!match) continue;
    if (Number(match[1]) > 12) votes['day-first']++;
    else if (Number(match[2]) > 12) votes['month-first']++;
  }
  if (votes['day-first'] === votes['month-first']) return undefined;
  return votes['day-first'] > votes['month-first'] ? 'day-first' : 'month-first';
}

/** Days since the last of December 1899 from 1990 on, as spreadsheets keep dates; seconds or milliseconds since 1970. */
function fromNumber(number: number): string | undefined {
  const isSerial = number >= 32_874 && number < 110_000;
  const ms = isSerial
    ? Math.round((number - 25_569) * 86_400) * 1000
    : number < 1e11
      ? number * 1000
      : number;
  return checkedIso(new Date(Math.trunc(ms)));
}

function fromGroups(
  groups: Readonly<Record<string, string | undefined>>,
  order: DateOrder,
): string | undefined {
  const { year: written = '', first, other, sign, named, noon, half = '', zone = '' } = groups;
  const year = written.length === 2 ? `20${written}` : written;
  let [month, day] = [groups['month'] ?? '', groups['day'] ?? ''];
  if (named !== undefined) month = String(MONTHS.indexOf(named.toLowerCase()) + 1);
  if (first !== undefined && other !== undefined) {
    const isDayFirst = Number(other) <= 12 && (Number(first) > 12 || sign === '.' || order === 'day-first');
    [day, month] = isDayFirst ? [first, other] : [other, first];
  }
  const { hour = '0', minute = '0', second = '0' } = groups;
  return fromParts([year, month, day], [hourOf(Number(hour), noon ?? '', half), minute, second], zone);
}

function hourOf(hour: number, noon: string, half: string): string {
  const isLate = /^p/i.test(half) || /^(?:下午|晚上|傍晚)$/.test(noon) || (noon === '中午' && hour < 11);
  if (isLate) return String(hour < 12 ? hour + 12 : hour);
  const isEarly = /^a/i.test(half) || /^(?:上午|凌晨|早上)$/.test(noon);
  return String(isEarly && hour === 12 ? 0 : hour);
}

function fromParts(date: readonly string[], time: readonly string[], zone: string): string | undefined {
  const [year, month, day] = date.map(Number) as [number, number, number];
  const [hour, minute, second] = time.map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  return checkedIso(new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offsetMs(zone)));
}

function offsetMs(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function checkedIso(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().replace('.000Z', 'Z') : undefined;
}
