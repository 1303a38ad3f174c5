import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { ContentError } from '../core/article/contentError.ts';
import { isDiagram } from '../core/article/diagram/diagramsIn.ts';
import { DiagramError } from '../core/article/diagram/flowchart.ts';
import { renderDiagram } from './diagram.ts';

/**
 * The remark plugin that draws ```mermaid fences. A diagram is named by the heading it stands under. Search does not
 * read it: its words are in the text beside it.
 */
export function remarkDiagrams() {
  return (tree: Root, file: VFile): void => {
    let heading = titleOf(file);
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') heading = toString(node);
      if (index === undefined || !parent || !isDiagram(node)) return;
      const name = path.relative(process.cwd(), file.path ?? 'Markdown');
      const value = `<figure class="fl-figure not-content" data-pagefind-ignore>${drawn(node.value, heading, name, node.position?.start.line)}</figure>`;
      parent.children[index] = { type: 'html', value };
    });
  };
}

function drawn(source: string, heading: string, file: string, start = 0): string {
  try {
    return renderDiagram(source, heading);
  } catch (error) {
    if (!(error instanceof DiagramError)) throw error;
    throw new ContentError(file, [`line ${start + error.line}: ${error.message}`], { cause: error });
  }
}

function titleOf({ data }: VFile): string {
  const front = (data['astro'] as { frontmatter?: Readonly<Record<string, unknown>> } | undefined)
    ?.frontmatter;
  return typeof front?.['title'] === 'string' ? front['title'] : '';
}
