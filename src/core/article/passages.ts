import GithubSlugger from 'github-slugger';
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plainText } from './markdown.ts';

/** A heading's worth of an article, the unit that is searched. */
export interface Passage {
  /** The id of the heading on the page; '' for the text before the first heading. */
  readonly anchor: string;
  /** The heading; '' for the text before the first one. */
  readonly heading: string;
  /** The words, one block a line. */
  readonly text: string;
}

/** Cuts an article's tree at its second- and third-level headings. Anchors equal those of the rendered page. */
export function passagesOf(tree: Root): Passage[] {
  const slugger = new GithubSlugger();
  const passages: Passage[] = [];
  let current = { anchor: '', heading: '', blocks: [] as RootContent[] };
  const close = (): void => {
    const text = plainText({ type: 'root', children: current.blocks }).trim();
    if (text !== '') passages.push({ anchor: current.anchor, heading: current.heading, text });
  };
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const heading = toString(node);
      const anchor = slugger.slug(heading);
      if (node.depth <= 3) {
        close();
        current = { anchor, heading, blocks: [] };
        continue;
      }
    }
    current.blocks.push(node);
  }
  close();
  return passages;
}
