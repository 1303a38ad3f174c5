import type { List, ListItem, Nodes, Root } from 'mdast';
import type { Variables } from '../variables.ts';

/**
 * A stretch of running text as a reader sees it: variables filled in, markup gone. For each UTF-16 unit it is known where in
 * the file it comes from, so that what is wrong in the text can be mended in the file.
 */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many marks (bold, link) a unit stands in; outside them is where a space belongs. */
  readonly depths: readonly number[];
  /** Whether a unit is not what stands in the file (a variable) or must not be changed (code). */
  readonly opaque: readonly boolean[];
  /** Inside a quotation (`>`): words meant for others, perhaps in the other language. */
  readonly quoted: boolean;
  /** The list item that it is the beginning of, and whether the list is numbered. */
  readonly item?: { readonly ordered: boolean; readonly node: ListItem; readonly list: List };
}

/** All blocks of a tree, in order. */
export function blocksOf(tree: Root, text: string, bodyStart: number, variables: Variables): Block[] {
  const blocks: Block[] = [];
  const walk = (node: Nodes, quoted: boolean, item?: Block['item']): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const kind = node.type === 'tableCell' ? 'cell' : node.type;
      blocks.push({ kind, ...readInline(node, text, bodyStart, variables), quoted, ...(item && { item }) });
      return;
    }
    if (!('children' in node)) return;
    node.children.forEach((child, i) => {
      const isFirst = node.type === 'listItem' && i === 0;
      if (child.type === 'listItem' && node.type === 'list')
        walk(child, quoted, { ordered: node.ordered === true, node: child, list: node });
      else walk(child, quoted || node.type === 'blockquote', isFirst ? item : undefined);
    });
  };
  walk(tree, false);
  return blocks;
}

type Inline = Pick<Block, 'text' | 'starts' | 'ends' | 'depths' | 'opaque'>;
const VARIABLE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/y;
const ENTITY = /&#?[a-z0-9]{1,32};/iy;

function readInline(root: Nodes, source: string, bodyStart: number, variables: Variables): Inline {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const depths: number[] = [];
  const opaque: boolean[] = [];
  const add = (value: string, start: number, end: number, depth: number, isOpaque: boolean): void => {
    for (const unit of value.split('')) {
      characters.push(unit);
      starts.push(start);
      ends.push(end);
      depths.push(depth);
      opaque.push(isOpaque);
    }
  };
  const addText = (value: string, start: number, end: number, depth: number): void => {
    for (let unit = 0, at = start; unit < value.length; unit++) {
      VARIABLE.lastIndex = unit;
      const variable = VARIABLE.exec(value);
      const filled = variable && source.startsWith(variable[0], at) ? variables[variable[1]!] : undefined;
      if (variable && filled !== undefined) {
        add(filled, at, at + variable[0].length, depth, true);
        unit += variable[0].length - 1;
        at += variable[0].length;
        continue;
      }
      // A continued line loses its indentation and the mark of a quotation.
      while (value[unit - 1] === '\n' && source[at] !== value[unit] && /[ \t>]/.test(source[at] ?? '')) at++;
      const length = unitLength(source, at, value[unit]!);
      // What cannot be followed is left alone, down to the end of the node.
      if (length === 0) return add(value.slice(unit), at, end, depth, true);
      add(value[unit]!, at, at + length, depth, length > 1);
      at += length;
    }
  };
  const walk = (node: Nodes, depth: number): void => {
    const start = bodyStart + (node.position?.start.offset ?? 0);
    const end = bodyStart + (node.position?.end.offset ?? 0);
    if (node.type === 'text') addText(node.value, start, end, depth);
    else if (node.type === 'inlineCode') add(node.value, start, end, depth, true);
    else if (node.type === 'break') add('\n', start, end, depth, true);
    // A colon before a word reads as a directive, and is shown as what it is.
    else if (node.type === 'textDirective') add(source.slice(start, end), start, end, depth, true);
    else if ('children' in node) {
      const inside = node === root ? 0 : depth + 1;
      for (const child of node.children) walk(child, inside);
    }
  };
  walk(root, 0);
  return { text: characters.join(''), starts, ends, depths, opaque };
}

/** How many units of the source stand for one of the text: one, two with a backslash, more for an entity; 0 if none. */
function unitLength(source: string, at: number, unit: string): number {
  if (source[at] === unit && unit !== '&') return 1;
  if (source[at] === '\\' && source[at + 1] === unit) return 2;
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(source);
  if (entity) return entity[0].length;
  return source[at] === unit ? 1 : 0;
}
