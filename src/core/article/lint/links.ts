import type { Definition, Nodes } from 'mdast';
import type { Page } from './page.ts';

/** A link or picture of an article: where it leads as it is written, and where it stands. */
export interface LinkUse {
  readonly url: string;
  readonly at: number;
}

/** The targets of `[text][name]` links, by name. */
export function definitions({ nodes }: Page): ReadonlyMap<string, Definition> {
  // Of two of one name the first one counts.
  return new Map(
    nodes('definition')
      .toReversed()
      .map((node) => [node.identifier, node]),
  );
}

/** Every picture of an article, in Markdown or HTML. */
export function imagesIn({ nodes, bodyStart }: Page, known: ReadonlyMap<string, Definition>): LinkUse[] {
  return [
    ...nodes('image').map((node) => ({ url: node.url, at: placeOf(node, bodyStart) })),
    ...nodes('imageReference').flatMap((node) => defined(node, known, bodyStart)),
    ...nodes('html').flatMap((node) =>
      [...node.value.matchAll(/<img\b[^>]*?\bsrc=["']([^"']+)["']/gi)].map(({ 1: url, index }) => ({
        url: url!,
        at: placeOf(node, bodyStart) + index,
      })),
    ),
  ];
}

/** Every link of an article; pictures are not links. */
export function linksIn({ nodes, bodyStart }: Page, known: ReadonlyMap<string, Definition>): LinkUse[] {
  return [
    ...nodes('link').map((node) => ({ url: node.url, at: placeOf(node, bodyStart) })),
    ...nodes('linkReference').flatMap((node) => defined(node, known, bodyStart)),
  ];
}

function defined(
  node: Nodes & { readonly identifier: string },
  known: ReadonlyMap<string, Definition>,
  bodyStart: number,
): LinkUse[] {
  const definition = known.get(node.identifier);
  return definition ? [{ url: definition.url, at: placeOf(node, bodyStart) }] : [];
}

function placeOf({ position }: Nodes, bodyStart: number): number {
  return bodyStart + (position?.start.offset ?? 0);
}
