/** A flowchart as it is written: boxes, and arrows between them. */
export interface Flowchart {
  readonly direction: 'TD' | 'LR';
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** What it shows, in words, for readers who do not see it; '' where the source does not say. */
  readonly alt: string;
}

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** A question (`{…}`), an end (`([…])`), or a plain step (`[…]` or `(…)`). */
  readonly kind: 'step' | 'question' | 'end';
  /** The name after `:::` or in a `class` line; '' for none. */
  readonly className: string;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** '' for none. */
  readonly label: string;
  readonly style: 'solid' | 'dotted' | 'thick';
}

/** A diagram that cannot be read; `line` counts from 1 within the source. */
export class DiagramError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line} of the diagram: ${message}`);
    this.line = line;
  }
}

/**
 * Reads the part of Mermaid's flowcharts that we draw. It is strict where Mermaid's readers are lenient: a line that
 * they would silently leave out, or that only some of them understand, is an error here.
 * @throws DiagramError that names the line, what was found and what was expected.
 */
export function parseFlowchart(source: string): Flowchart {
  const draft: Draft = { nodes: new Map(), edges: [], classes: new Map() };
  let direction: Flowchart['direction'] | undefined;
  let alt = '';
  for (const [index, raw] of source.split(/\r?\n/).entries()) {
    const text = raw.trim().replace(/;$/, '');
    const line = index + 1;
    if (text === '') continue;
    if (text.startsWith('%%')) {
      alt ||= /^%%\s*alt[:：]\s*(.+)$/.exec(text)?.[1]?.trim() ?? '';
      continue;
    }
    if (direction === undefined) direction = readHeader(text, line);
    else if (!readClass(text, draft)) readChain(text, line, draft);
  }
  if (direction === undefined)
    throw new DiagramError(1, 'found nothing to draw; expected “flowchart TD” first');
  if (draft.nodes.size === 0)
    throw new DiagramError(1, 'found no boxes; expected at least one, such as a["Sent"]');
  const nodes = [...draft.nodes.values()].map((node) => ({
    ...node,
    className: draft.classes.get(node.id) ?? node.className,
  }));
  return { direction, nodes, edges: draft.edges, alt: diagramAltOf(source) };
}

/** The words that stand for a diagram: the line `%% alt: …` at its beginning; '' without one. */
export function diagramAltOf(source: string): string {
  return /^\s*%%[ \t]*alt[:：][ \t]*(.*)/.exec(source)?.[1]?.trim() ?? '';
}

interface Draft {
  readonly nodes: Map<string, FlowNode>;
  readonly edges: FlowEdge[];
  readonly classes: Map<string, string>;
}

function readHeader(text: string, line: number): Flowchart['direction'] {
  const found = /^(?:flowchart|graph)\s+(TD|TB|LR)$/.exec(text)?.[1];
  if (found) return found === 'LR' ? 'LR' : 'TD';
  throw new DiagramError(
    line,
    `found “${text}”; expected “flowchart TD”, the kind of diagram that fits a phone`,
  );
}

function readClass(text: string, draft: Draft): boolean {
  const match = /^class\s+([\w,\s-]+?)\s+([\w-]+)$/.exec(text);
  if (!match) return false;
  for (const id of match[1]!.split(',')) draft.classes.set(id.trim(), match[2]!);
  return true;
}

const ARROW =
  /^\s*(?:(-->|---|-\.->|==>)(?:\s*\|\s*([^|]*?)\s*\|)?|(--|-\.|==)\s+(.+?)\s+(-->|\.->|==>))\s*/u;

/** `a & b --> c -->|label| d`: groups of boxes, each joined to the next. */
function readChain(text: string, line: number, draft: Draft): void {
  let [froms, rest] = readGroup(text, line, draft);
  while (rest !== '') {
    const arrow = ARROW.exec(rest);
    if (!arrow) throw new DiagramError(line, `found “${rest}”; expected an arrow such as --> or -->|label|`);
    const [to, after] = readGroup(rest.slice(arrow[0].length), line, draft);
    const mark = arrow[1] ?? arrow[3]!;
    const style = mark.startsWith('=') ? 'thick' : mark.startsWith('-.') ? 'dotted' : 'solid';
    const label = unquoted(arrow[2] ?? arrow[4] ?? '', line);
    for (const a of froms) for (const b of to) draft.edges.push({ from: a, to: b, label, style });
    [froms, rest] = [to, after];
  }
}

function readGroup(text: string, line: number, draft: Draft): [ids: string[], rest: string] {
  const ids: string[] = [];
  let rest = text;
  do {
    const [id, after] = readNode(rest.replace(/^\s*&?\s*/, ''), line, draft);
    ids.push(id);
    rest = after.trim();
  } while (rest.startsWith('&'));
  return [ids, rest];
}

const ID = /^[A-Za-z][\w]*/;
const SHAPES: readonly { readonly pattern: RegExp; readonly kind: FlowNode['kind'] }[] = [
  { pattern: /^\(\[("[^"]*"|[^"[\](){}]+)\]\)/, kind: 'end' },
  { pattern: /^\[("[^"]*"|[^"[\](){}]+)\]/, kind: 'step' },
  { pattern: /^\(("[^"]*"|[^"[\](){}]+)\)/, kind: 'step' },
  { pattern: /^\{("[^"]*"|[^"[\](){}]+)\}/, kind: 'question' },
];

function readNode(text: string, line: number, draft: Draft): [id: string, rest: string] {
  const id = ID.exec(text)?.[0];
  if (!id)
    throw new DiagramError(
      line,
      `found “${text}”; expected the name of a box: letters and digits, such as sent`,
    );
  if (id === 'end')
    throw new DiagramError(line, 'found a box named end, a word of Mermaid’s own. Fix: call it done');
  let rest = text.slice(id.length);
  for (const { pattern, kind } of SHAPES) {
    const match = pattern.exec(rest);
    if (!match) continue;
    draft.nodes.set(id, { id, label: unquoted(match[1]!, line), kind, className: '' });
    rest = rest.slice(match[0].length);
    break;
  }
  if (/^[[({]/.test(rest)) {
    throw new DiagramError(
      line,
      `found “${rest}”; expected a label in double quotes, such as ${id}["Sent (1)"]`,
    );
  }
  if (!draft.nodes.has(id)) draft.nodes.set(id, { id, label: id, kind: 'step', className: '' });
  const shorthand = /^:::([\w-]+)/.exec(rest);
  if (shorthand) draft.classes.set(id, shorthand[1]!);
  return [id, shorthand ? rest.slice(shorthand[0].length) : rest];
}

function unquoted(label: string, line: number): string {
  const words = label
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replaceAll('#quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
  if (/<\/?\w|&\w+;/.test(words))
    throw new DiagramError(line, `found “${words}”; expected words without HTML`);
  return words;
}
