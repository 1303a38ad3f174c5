import type { Code, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Whether a node is a picture written in words: a fence whose language is `mermaid`. */
export function isDiagram(node: Nodes): node is Code {
  return node.type === 'code' && node.lang === 'mermaid';
}

/** The diagrams of an article, in order. */
export function diagramsIn(tree: Root): Code[] {
  const diagrams: Code[] = [];
  visit(tree, 'code', (node) => {
    if (isDiagram(node)) diagrams.push(node);
  });
  return diagrams;
}

/** Markdown without its diagrams, for whoever looks for words in it. */
export function withoutDiagrams(markdown: string): string {
  return markdown.replace(/^( *)(`{3,}|~{3,})mermaid\b[\s\S]*?^\1\2 *$/gm, '');
}
