import { isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.ts';
import { lineIndex } from './lineIndex.ts';

/** The YAML of a file, and where each field of it stands. */
export interface YamlBlock {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where a field's value begins in the file; the nearest thing around it if it is not there. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
  /** Where a key itself stands. */
  readonly offsetOfKey: (key: string) => number;
  /** Where the characters of a piece of text stand, if they stand in the file as they are. */
  readonly charactersOf: (
    path: readonly PropertyKey[],
  ) => { readonly start: number; readonly text: string } | undefined;
}

/** What cannot be read, and where. */
export type Unreadable = Pick<Problem, 'line' | 'column' | 'message'>;

/**
 * Reads YAML that begins at an offset of a file.
 * @param text the whole file
 */
export function readYaml(text: string, start: number, end: number): YamlBlock | Unreadable {
  const yaml = text.slice(start, end);
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const hint = 'Put text that contains a colon, a # or a quotation mark in quotes';
    return {
      ...lineIndex(text)(start + error.pos[0]),
      message: `This is YAML that cannot be read: ${error.message.split('\n')[0]!.replace(/[.:]?\s*$/, '')}. ${hint}, and check the spaces at the beginning of the line.`,
    };
  }
  return { ...valuesOf(document), ...placesIn(document, text, start) };
}

function valuesOf(document: Document): Pick<YamlBlock, 'data'> {
  let data: unknown;
  try {
    // An alias that refers to itself a thousand times over is refused here.
    data = document.toJS({ maxAliasCount: 100 });
  } catch {
    data = undefined;
  }
  return { data: typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {} };
}

function placesIn(document: Document, text: string, start: number): Omit<YamlBlock, 'data'> {
  const nodeAt = (path: readonly PropertyKey[]): unknown => document.getIn(path, true);
  const offsetOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (isNode(node) && node.range) return start + node.range[0];
    }
    return start;
  };
  return {
    offsetOf,
    offsetOfKey: (key) => {
      const pair = isMap(document.contents)
        ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return isScalar(pair?.key) && pair.key.range ? start + pair.key.range[0] : start;
    },
    charactersOf: (path) => {
      const node = nodeAt(path);
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
      const source = text.slice(start + node.range[0], start + node.range[1]);
      const lead = /^["']/.test(source) ? 1 : 0;
      const inner = source.slice(lead, source.length - lead);
      return inner === node.value ? { start: start + node.range[0] + lead, text: inner } : undefined;
    },
  };
}
