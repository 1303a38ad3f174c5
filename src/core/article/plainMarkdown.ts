import type { BlockContent, Blockquote, DefinitionContent, Nodes, Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { toString } from 'mdast-util-to-string';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Language } from './language.ts';

/** What an article's Markdown needs to be read anywhere. */
export interface PlainContext {
  /** The address of its page, absolute. */
  readonly url: string;
  /** Where the site is served, with its folder and a slash at the end: what `/wallet/gas/` is below. */
  readonly root: string;
  readonly language: Language;
}

const ASIDES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { note: 'Note', tip: 'Tip', caution: 'Caution', danger: 'Danger' },
  'zh-CN': { note: '注意', tip: '提示', caution: '警告', danger: '危险' },
};

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', listItemIndent: 'one' })
  // Tables without padding: a third of the bytes.
  .use(remarkGfm, { tablePipeAlign: false });

/**
 * An article's body as Markdown that needs no site around it: links absolute, asides as quotations.
 * @param tree the body's tree with its variables filled in; it is changed
 * @param body what the tree was made from
 */
export function plainMarkdown(tree: Root, body: string, { url, root, language }: PlainContext): string {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      node.url = absolute(node.url, url, root);
    if (!parent || index === undefined || !isDirective(node)) return;
    if (node.type === 'containerDirective') {
      parent.children[index] = quotation(node, ASIDES[language][node.name] ?? node.name, language);
      return index;
    }
    // "at 10:pm" is prose: what looks like a directive within a line is kept as it was written.
    const { start, end } = node.position ?? {};
    parent.children[index] = { type: 'text', value: body.slice(start?.offset, end?.offset) };
    return SKIP;
  });
  return writer.stringify(tree).trim();
}

type Directive = Extract<Nodes, { type: 'containerDirective' | 'leafDirective' | 'textDirective' }>;

function isDirective(node: Nodes): node is Directive {
  return node.type.endsWith('Directive');
}

/** `:::caution[Title]` as a quotation that begins with its kind and title in bold. */
function quotation(
  node: Extract<Directive, { type: 'containerDirective' }>,
  kind: string,
  language: Language,
): Blockquote {
  const isTitle = (child: Nodes): child is Paragraph =>
    child.type === 'paragraph' && Boolean(child.data && 'directiveLabel' in child.data);
  const label = node.children.find(isTitle);
  const colon = language === 'zh-CN' ? '：' : ': ';
  const title: Paragraph = {
    type: 'paragraph',
    children: [
      {
        type: 'strong',
        children: [{ type: 'text', value: label ? `${kind}${colon}${toString(label)}` : kind }],
      },
    ],
  };
  const rest: (BlockContent | DefinitionContent)[] = node.children.filter((child) => !isTitle(child));
  return { type: 'blockquote', children: [title, ...rest] };
}

/** An address within the site as one that leads there from anywhere; others stay as they are. */
function absolute(address: string, url: string, root: string): string {
  if (address.startsWith('/') && !address.startsWith('//')) return root + address.slice(1);
  if (address.startsWith('#') || address.startsWith('./') || address.startsWith('../'))
    return new URL(address, url).href;
  return address;
}
