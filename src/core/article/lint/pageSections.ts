import type { RootContent } from 'mdast';
import type { Heading, Page } from './page.ts';

/** What stands between a second-level heading and the next one. */
export interface PageSection {
  readonly heading: Heading;
  /** Where it ends in the file. */
  readonly end: number;
  readonly nodes: readonly RootContent[];
}

export function sectionsOf({ tree, headings, bodyStart, text }: Page): PageSection[] {
  const starts = headings.filter(({ depth }) => depth === 2);
  return starts.map((heading, i) => {
    const end = starts[i + 1]?.start ?? text.length;
    const nodes = tree.children.filter(({ position }) => {
      const start = bodyStart + (position?.start.offset ?? -1);
      return start > heading.start && start < end;
    });
    return { heading, end, nodes };
  });
}
