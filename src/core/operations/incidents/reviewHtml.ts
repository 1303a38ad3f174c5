import { escapeHtml } from '../../html.ts';
import type { Nodes, Parents, PhrasingContent, RootContent, Table } from 'mdast';
import { parseMarkdown } from '../../article/markdown.ts';

/**
 * A review's Markdown as HTML, as it is written: every node has its element, and whatever is none, HTML above all, is shown as
 * the characters it is. So nothing in a file can run, wherever it was pasted from.
 */
export function reviewHtml(markdown: string): string {
  return childrenOf(parseMarkdown(markdown), markdown);
}

const SIMPLE: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
};

function htmlOf(node: RootContent | PhrasingContent, source: string): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(node.value)}</code></pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'heading': {
      // The page has a first heading of its own.
      const level = Math.max(2, node.depth);
      return `<h${level}>${childrenOf(node, source)}</h${level}>`;
    }
    case 'list': {
      const start = node.ordered && node.start !== null && node.start !== 1 ? ` start="${node.start}"` : '';
      const name = node.ordered ? 'ol' : 'ul';
      return `<${name}${start}>${childrenOf(node, source)}</${name}>`;
    }
    case 'listItem': {
      const [first, ...rest] = node.children;
      const isLine = first?.type === 'paragraph';
      const mark = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : '';
      const own = isLine ? childrenOf(first, source) : first ? htmlOf(first, source) : '';
      return `<li>${mark}${own}${rest.map((child) => htmlOf(child, source)).join('')}</li>`;
    }
    case 'link':
      return /^(?:https?:\/\/|\/(?!\/)|#)/i.test(node.url)
        ? `<a href="${escapeHtml(node.url)}" rel="noopener noreferrer">${childrenOf(node, source)}</a>`
        : childrenOf(node, source);
    case 'table':
      return tableOf(node, source);
    default: {
      const name = SIMPLE[node.type];
      return name !== undefined && 'children' in node
        ? `<${name}>${childrenOf(node, source)}</${name}>`
        : escapeHtml(asWritten(node, source));
    }
  }
}

function tableOf({ children: [head, ...rows] }: Table, source: string): string {
  const row = (cells: Table['children'][number] | undefined, name: 'th' | 'td'): string =>
    `<tr>${(cells?.children ?? []).map((cell) => `<${name}>${childrenOf(cell, source)}</${name}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function childrenOf(node: Parents, source: string): string {
  return node.children.map((child) => htmlOf(child, source)).join('');
}

function asWritten({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
