import { beginsWithList, elementsOfPage } from './jsonElements.ts';

/** How records lie in a file: one JSON value a line, the elements of JSON documents, or the rows of a table. */
export type Container = 'ndjson' | 'json' | 'csv';

/** An object that begins and ends a line, or a line so long that its end is not in sight. */
const OBJECT_LINE = /^\{[^\n]*(?:\}\s*\n|[^\n]$|\}\s*$)/;
/** A later line that begins with an object and goes on: in documents over several lines the brace stands alone. */
const LATER_OBJECT_LINE = /\n\{[^\S\n]*\S/;

/** Tells the container from the first characters of the text. */
export function detectContainer(head: string): Container {
  const text = head.trimStart();
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'csv';
  const first = parsed(text.split('\n', 1)[0]!);
  if (first !== undefined) return elementsOfPage(first) ? 'json' : 'ndjson';
  if (beginsWithList(text)) return 'json';
  return OBJECT_LINE.test(text) || LATER_OBJECT_LINE.test(text) ? 'ndjson' : 'json';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
