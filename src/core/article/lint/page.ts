import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { splitLocale, type Language } from '../language.ts';
import { parseMarkdown } from '../markdown.ts';
import type { Variables } from '../variables.ts';
import { blocksOf, type Block } from './blocks.ts';
import { nodesByType, type NodesByType } from './nodesByType.ts';
import { readYaml, type Unreadable, type YamlBlock } from './frontMatterBlock.ts';

/** A Markdown file as the rules see it. Offsets are those of the file. */
export interface Page {
  readonly file: string;
  /** Path below `docs` without extension. */
  readonly id: string;
  readonly slug: string;
  readonly language: Language;
  readonly text: string;
  readonly frontMatter: YamlBlock;
  /** Where the Markdown begins. Offsets in the tree count from here. */
  readonly bodyStart: number;
  readonly tree: Root;
  readonly nodes: NodesByType;
  readonly headings: readonly Heading[];
  /** Everything a reader reads, one paragraph, heading or table cell each. */
  readonly blocks: readonly Block[];
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly anchor: string;
  readonly start: number;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n|(?<=\n))---[ \t]*(?:\r?\n|$)/;

/** Reads a Markdown file; what is wrong, if it has no front matter or its YAML is broken. */
export function readPage(
  file: string,
  id: string,
  text: string,
  variables: Readonly<Record<Language, Variables>>,
): Page | Unreadable {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    return {
      line: 1,
      column: 1,
      message:
        'There is no front matter: expected a block between two lines of --- at the top. Copy the block from a neighbouring article.',
    };
  }
  const start = text.indexOf('\n') + 1;
  const frontMatter = readYaml(text, start, start + match[1]!.length);
  if ('message' in frontMatter) return frontMatter;
  const { language, slug } = splitLocale(id);
  const bodyStart = match[0].length;
  const tree = parseMarkdown(text.slice(bodyStart));
  const nodes = nodesByType(tree);
  return {
    file,
    id,
    slug,
    language,
    text,
    frontMatter,
    bodyStart,
    tree,
    nodes,
    headings: headingsOf(nodes, bodyStart),
    blocks: blocksOf(tree, text, bodyStart, variables[language]),
  };
}

/** A text field of the front matter; '' if it is not there or no text. */
export function textField(page: Page, field: string): string {
  const value = page.frontMatter.data[field];
  return typeof value === 'string' ? value : '';
}

/** The entries of a list in the front matter that are text, each with its path. */
export function listField(
  { frontMatter }: Page,
  field: string,
): { readonly text: string; readonly path: PropertyKey[] }[] {
  const value = frontMatter.data[field];
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, i) => (typeof text === 'string' ? [{ text, path: [field, i] }] : []));
}

/** Headings in order, with the anchors that the rendered page gives them. */
function headingsOf(nodes: NodesByType, bodyStart: number): Heading[] {
  const slugger = new GithubSlugger();
  return nodes('heading').map((node) => {
    const text = toString(node);
    return {
      depth: node.depth,
      text,
      anchor: slugger.slug(text),
      start: bodyStart + (node.position?.start.offset ?? 0),
    };
  });
}
