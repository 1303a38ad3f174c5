import { tidyLines } from './htmlText.ts';
import { isFields, toText, type Fields } from './readers/fields.ts';

/** Nodes of one document that are read; a very long comment has hundreds. */
const MOST_NODES = 20_000;

const DASH = '- ';
/** Stands on the stack where a quotation ends. */
const QUOTE_ENDS = Symbol('quote ends');
const MOST_QUOTES = 3;

/** Nodes that stand on lines of their own. */
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'listItem',
  'taskItem',
  'decisionItem',
  'codeBlock',
  'blockquote',
  'panel',
  'tableRow',
  'rule',
  'expand',
  'nestedExpand',
  'blockCard',
  'embedCard',
]);

/**
 * The text of a document in the Atlassian Document Format
 * (https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/): blocks on lines of their own, and the
 * addresses of links after the words they are on. A string, as older interfaces give it, is that text already.
 */
export function adfText(document: unknown): string {
  if (!isFields(document)) return toText(document);
  // By hand instead of by recursion: nesting must not be able to use up the stack.
  const stack: unknown[] = [document];
  const pieces: string[] = [];
  let quotes = 0;
  for (let nodes = 0; stack.length > 0 && nodes < MOST_NODES; nodes++) {
    const node = stack.pop();
    if (node === QUOTE_ENDS) quotes--;
    else if (typeof node === 'string') pieces.push(node);
    if (!isFields(node)) continue;
    const content = Array.isArray(node['content']) ? node['content'].slice(0, MOST_NODES) : [];
    const isBlock = BLOCKS.has(toText(node['type']));
    // What a list item begins with goes on the line of its dash.
    const begin = isBlock && pieces.at(-1) !== DASH ? `\n${'> '.repeat(Math.min(quotes, MOST_QUOTES))}` : '';
    const own = begin + ownText(node);
    pieces.push(...(node['type'] === 'listItem' ? [own, DASH] : own === '' ? [] : [own]));
    if (isBlock) stack.push('\n');
    if (node['type'] === 'blockquote') {
      quotes++;
      stack.push(QUOTE_ENDS);
    }
    for (const child of content.toReversed()) if (isFields(child)) stack.push(child);
  }
  const lines = pieces.join('').replace(/\n(?:> ?)*(?=\n|$)/g, '');
  return tidyLines(lines.replace(/\n{2,}/g, '\n'));
}

function ownText(node: Fields): string {
  const attributes = isFields(node['attrs']) ? node['attrs'] : {};
  switch (node['type']) {
    case 'text':
      return toText(node['text']) + linkOf(node);
    case 'hardBreak':
      return '\n';
    case 'tableCell':
    case 'tableHeader':
      return ' ';
    case 'mention':
    case 'status':
      return toText(attributes['text']);
    case 'emoji':
      return toText(attributes['text']) || toText(attributes['shortName']);
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      // Without the space, what follows would belong to the address.
      return `${toText(attributes['url'])} `;
    case 'expand':
    case 'nestedExpand':
      return toText(attributes['title']);
    default:
      return '';
  }
}

function linkOf(node: Fields): string {
  const marks = Array.isArray(node['marks']) ? node['marks'] : [];
  const link = marks.filter(isFields).find((mark) => mark['type'] === 'link');
  const address = isFields(link?.['attrs']) ? toText(link['attrs']['href']) : '';
  return address === '' || address === node['text'] ? '' : ` (${address})`;
}
