import type { Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Page } from './page.ts';

/** A link of an article: where it leads as it is written, and where it stands. */
export interface LinkUse {
  readonly url: string;
  readonly at: number;
}

/** The targets of `[text][name]` links, by name. */
export function definitions({ tree }: Page): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!found.has(node.identifier)) found.set(node.identifier, node);
  });
  return found;
}

/** Every link of an article; pictures are not links. */
export function linksIn({ tree, bodyStart }: Page, known: ReadonlyMap<string, Definition>): LinkUse[] {
  const links: LinkUse[] = [];
  visit(tree, (node) => {
    const at = bodyStart + (node.position?.start.offset ?? 0);
    if (node.type === 'link') links.push({ url: node.url, at });
    const definition = node.type === 'linkReference' ? known.get(node.identifier) : undefined;
    if (definition) links.push({ url: definition.url, at });
  });
  return links;
}
