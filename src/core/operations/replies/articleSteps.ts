import type { List, Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { splitLocale } from '../../article/language.ts';

/** The numbered steps below a heading of an article, as lines of light text: a link to an article is `[words](/slug/)`. */
export interface StepsUnder {
  readonly heading: string;
  readonly steps: readonly string[];
}

/**
 * Every heading of an article that has numbered steps directly below it (before the next heading), with those steps. What
 * is nested in a step, a picture or a table, stays in the article.
 */
export function stepsIn(tree: Root): StepsUnder[] {
  const found: StepsUnder[] = [];
  let heading = '';
  let isTaken = false;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      heading = toString(node);
      isTaken = false;
    } else if (node.type === 'list' && node.ordered === true && heading !== '' && !isTaken) {
      found.push({ heading, steps: linesOf(node) });
      isTaken = true;
    }
  }
  return found;
}

function linesOf(list: List): string[] {
  return list.children.map((item) => {
    const paragraph = item.children.find((child) => child.type === 'paragraph');
    const line = paragraph ? lightLine(paragraph).replace(/\s+/g, ' ').trim() : '';
    // Between a bold beginning and the rest there is a space in the source, which full-width punctuation brings itself.
    return line.replace(/(?<=[，。；：！？]) /g, '');
  });
}

function lightLine({ children }: Paragraph): string {
  return children.map(lightPiece).join('');
}

/** Links within the page lead nowhere from a reply, and pages that are no articles have no permalink: their words stay. */
function lightPiece(node: PhrasingContent): string {
  const words = toString(node);
  if (node.type !== 'link') return 'children' in node ? node.children.map(lightPiece).join('') : words;
  const path = /^\/([a-z0-9/-]+)\/(?:#.*)?$/.exec(node.url)?.[1] ?? '';
  const { slug } = splitLocale(path);
  return slug.includes('/') && !/[[\]]/.test(words) ? `[${words}](/${slug}/)` : words;
}
