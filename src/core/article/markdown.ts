import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { ContentError } from './contentError.ts';
import { isDiagram } from './diagram/diagramsIn.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** The remark tree of a Markdown body without its front matter: the one tree that indexing and linting read. */
export function parseMarkdown(body: string): Root {
  return processor.parse(body);
}

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/**
 * Splits a Markdown file into its front matter (parsed YAML, unchecked) and its body.
 * @throws ContentError if there is no front matter, or its YAML is broken.
 */
export function splitFrontMatter(file: string, text: string): { data: unknown; body: string } {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    throw new ContentError(file, [
      '(front matter): found none; expected a block between two lines of --- at the top. Fix: copy the block from a neighbouring article',
    ]);
  }
  try {
    return { data: parseYaml(match[1]!) ?? {}, body: text.slice(match[0].length) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContentError(
      file,
      [`(front matter): found YAML that cannot be read (${reason}). Fix: put text with a colon in quotes`],
      { cause: error },
    );
  }
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem', 'tableRow', 'blockquote']);

/** The words of a tree, one block a line, code and alternative texts included, diagrams not. */
export function plainText(node: Nodes): string {
  if (isDiagram(node)) return '';
  if (node.type === 'tableRow') return node.children.map((cell) => toString(cell)).join(' · ');
  if (!('children' in node)) return toString(node);
  const hasBlocks = node.children.some(
    (child) => BLOCKS.has(child.type) || 'children' in child || isDiagram(child),
  );
  if (node.type === 'paragraph' || node.type === 'heading' || !hasBlocks) return toString(node);
  return node.children
    .map((child) => plainText(child))
    .filter((text) => text.trim() !== '')
    .join('\n');
}
