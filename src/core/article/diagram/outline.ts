import { DiagramError, parseFlowchart } from './flowchart.ts';

/** A diagram without its words: what is the same in every language. '' for one that cannot be read. */
export function outlineOf(source: string): string {
  try {
    const { direction, nodes, edges } = parseFlowchart(source);
    return [
      direction,
      ...nodes.map(({ id, kind, className }) => [id, kind, className].join(' ').trim()),
      ...edges.map(({ from, to, style, label }) => `${from} ${style} ${to}${label === '' ? '' : ' |'}`),
    ].join('; ');
  } catch (error) {
    if (error instanceof DiagramError) return '';
    throw error;
  }
}
