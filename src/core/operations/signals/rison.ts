/** What can be written as Rison: JSON. */
export type RisonValue =
  null | boolean | number | string | readonly RisonValue[] | { readonly [key: string]: RisonValue };

/** Text that needs no quotes: it begins with neither a digit nor a minus, and has none of Rison's own signs. */
const IDENTIFIER = /^[^\s'!:(),*@$\-0-9][^\s'!:(),*@$]*$/;

/**
 * A value in Rison, which Kibana keeps its state in (https://github.com/Nanonid/rison). The result still has to be
 * encoded for a URL.
 */
export function toRison(value: RisonValue): string {
  if (value === null) return '!n';
  if (typeof value === 'boolean') return value ? '!t' : '!f';
  // Rison writes 1e21, where JSON writes 1e+21.
  if (typeof value === 'number')
    return Number.isFinite(value) ? JSON.stringify(value).replace('+', '') : '!n';
  if (typeof value === 'string') return risonText(value);
  if (isList(value)) return `!(${value.map(toRison).join(',')})`;
  return `(${Object.entries(value)
    .map(([key, part]) => `${risonText(key)}:${toRison(part)}`)
    .join(',')})`;
}

function isList(value: object): value is readonly RisonValue[] {
  return Array.isArray(value);
}

function risonText(text: string): string {
  return IDENTIFIER.test(text) ? text : `'${text.replace(/['!]/g, '!$&')}'`;
}
