/** What `--format` takes. */
export const FORMATS = ['auto', 'zendesk', 'ndjson', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** How records lie in a file: one JSON value a line, the elements of a JSON document, or the rows of a table. */
export type Container = 'ndjson' | 'json' | 'csv';

const WRAPPED_LIST = /^\{\s*"(?:tickets|results|data|items|issues|records)"\s*:\s*\[/;
/** An object that begins and ends a line, or a line so long that its end is not in sight. */
const OBJECT_LINE = /^\{[^\n]*(?:\}\s*\n|[^\n]$|\}\s*$)/;

/** Tells the container from the first characters of the text. */
export function detectContainer(head: string): Container {
  const text = head.trimStart();
  if (text.startsWith('[') || WRAPPED_LIST.test(text)) return 'json';
  if (!text.startsWith('{')) return 'csv';
  return OBJECT_LINE.test(text) || /\n\s*\{/.test(text) ? 'ndjson' : 'json';
}
