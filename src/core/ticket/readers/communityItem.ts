import type { JsonItem } from '../jsonItems.ts';
import type { SkipReason } from '../ticket.ts';
import { isFields, toText, type Fields } from './fields.ts';

/** The value of an item; `undefined`, which JSON has not, if it is broken. */
export function parseItem({ text, truncated, tooLong }: JsonItem): unknown {
  if (truncated || tooLong) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The record of an item, or why it is none. */
export function recordOf(item: JsonItem): Fields | SkipReason {
  if (item.truncated) return 'truncated';
  if (item.tooLong) return 'too-long';
  const value = parseItem(item);
  if (value === undefined) return 'malformed';
  return isFields(value) ? value : 'not-a-record';
}

/** What somebody is called, in the fields that say so. */
export function namesIn(person: Fields, fields: readonly string[]): string[] {
  return fields
    .map((field) => toText(person[field]).trim())
    .filter((name) => name !== '' && name.length <= 120);
}

/** The objects of a list; none if it is no list. */
export function fieldsIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
