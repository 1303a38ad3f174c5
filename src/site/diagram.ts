import { escapeHtml } from '../core/html.ts';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { createHash } from 'node:crypto';
import {
  parseFlowchart,
  type FlowEdge,
  type Flowchart,
  type FlowNode,
} from '../core/article/diagram/flowchart.ts';
import { labelLines } from './diagramLabel.ts';

/** Widest drawing, in its own units, that a phone of 390 px shows at full size (`SCALE` times). */
const PHONE_UNITS = 310;
const SCALE = 1.15;
/** Shorter lines must save that much to be preferred where nothing fits. */
const WORTH_UNITS = 5;
/** Lengths of a label's lines to try, widest first, in columns. */
const ALONE_COLUMNS = 24;
const COLUMNS = [32, 28, 24, 20, 18, 16, 14, 12, 10] as const;
/** Wider than this with the shortest lines, a chart fits no phone; its labels then have lines of so many columns. */
const HOPELESS_UNITS = 1.5 * PHONE_UNITS;
const LARGE_COLUMNS = 14;

/**
 * Draws a Mermaid flowchart as an SVG element to put into a page. Colours come from `styles/diagram.css`, so that it
 * follows the theme; labels are broken into lines so that it fits a phone where it can. Boxes take a class from
 * `:::name` (`good`, `warn`, `bad`, `now` have colours).
 * @param title names it; the words for those who do not see it come from the source's `%% alt: …`.
 * @returns `<svg class="fl-diagram" role="img">`: no script, no style, no address, no font, ids of its own.
 * @throws DiagramError if the source is not a flowchart that we draw.
 */
export function renderDiagram(mermaid: string, title: string): string {
  const chart = parseFlowchart(mermaid);
  return dressed(
    narrowest(chart),
    chart,
    title,
    `d${createHash('sha256').update(`${title}\n${mermaid}`).digest('hex').slice(0, 8)}`,
  );
}

/**
 * The first drawing that fits a phone: with long lines where there is room, then with shorter ones. A large chart scrolls
 * sideways whatever is done, and is drawn with lines that read well.
 */
function narrowest(chart: Flowchart): string {
  const alone = new Set(aloneInRank(chart));
  const drawn = (columns: number, own = columns): string =>
    renderMermaidSVG(
      canonical(chart, (id) => (alone.has(id) ? own : columns)),
      { transparent: true, padding: 6, nodeSpacing: 16, layerSpacing: 30 },
    );
  let best = drawn(COLUMNS.at(-1)!);
  if (widthOf(best) > HOPELESS_UNITS) return drawn(LARGE_COLUMNS);
  for (const columns of COLUMNS) {
    for (const own of new Set([Math.max(columns, ALONE_COLUMNS), columns])) {
      const svg = drawn(columns, own);
      if (widthOf(svg) <= PHONE_UNITS) return svg;
      if (widthOf(svg) < widthOf(best) - WORTH_UNITS) best = svg;
    }
  }
  return best;
}

/** Boxes that share their height with no other: their lines may be long. */
function aloneInRank({ nodes, edges }: Flowchart): string[] {
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const rank = new Map<string, number>();
  // A box is named before those it leads to, except where an arrow goes back.
  for (const { id } of nodes) {
    const before = edges.filter(({ from, to }) => to === id && order.get(from)! < order.get(id)!);
    rank.set(id, Math.max(-1, ...before.map(({ from }) => rank.get(from)!)) + 1);
  }
  const ranks = [...Map.groupBy(nodes, ({ id }) => rank.get(id)!).values()];
  return ranks.flatMap((ids) => (ids.length === 1 ? [ids[0]!.id] : []));
}

/** The chart in the form that the library reads most surely: every node by itself, every label in quotes. */
function canonical(chart: Flowchart, columnsFor: (id: string) => number): string {
  const names = new Map(chart.nodes.map((node, index) => [node.id, `n${index}`]));
  return [
    `flowchart ${chart.direction}`,
    ...chart.nodes.map((node) => drawnNode(names.get(node.id)!, node, columnsFor(node.id))),
    ...chart.edges.map((edge) =>
      drawnEdge(names, edge, Math.min(columnsFor(edge.from), columnsFor(edge.to))),
    ),
  ].join('\n');
}

function drawnNode(name: string, { label, kind }: FlowNode, columns: number): string {
  // A diamond takes four times the room of its words: a question is told by its colour instead (diagram.css).
  return kind === 'end' ? `${name}(["${lines(label, columns)}"])` : `${name}("${lines(label, columns)}")`;
}

/**
 * An arrow back to a box that was named before is handed over turned round, with its head at the start: the layout
 * would else choose anew which box comes first.
 */
function drawnEdge(
  names: ReadonlyMap<string, string>,
  { from, to, label, style }: FlowEdge,
  columns: number,
): string {
  const order = [...names.keys()];
  const back = order.indexOf(to) < order.indexOf(from);
  const line = { solid: '---', dotted: '-.-', thick: '===' }[style];
  const arrow = back ? `<${line}` : { solid: '-->', dotted: '-.->', thick: '==>' }[style];
  const words = label === '' ? '' : `|${lines(label, Math.min(columns, 16))}|`;
  return `${names.get(back ? to : from)!} ${arrow}${words} ${names.get(back ? from : to)!}`;
}

function lines(label: string, columns: number): string {
  return labelLines(label, columns).map(hidden).join('<br/>');
}

/** Marks that the library would read as its own syntax travel as characters of the private use area. */
const MARKS = [...'[](){}|"*~\\&\'`#;'];
const FIRST = 0xe000;

function hidden(line: string): string {
  return [...line]
    .map((char) => (MARKS.includes(char) ? String.fromCodePoint(FIRST + MARKS.indexOf(char)) : char))
    .join('');
}

function shown(svg: string): string {
  return svg.replace(/[\uE000-\uE0FF]/g, (char) => {
    const mark = MARKS[char.codePointAt(0)! - FIRST] ?? '';
    return escapeHtml(mark);
  });
}

/** What the library drew, without its style sheet (it asks a third origin for a font), its colours and its notes. */
function dressed(svg: string, chart: Flowchart, title: string, id: string): string {
  const width = widthOf(svg);
  const viewBox = /viewBox="([\d. -]+)"/.exec(svg)?.[1] ?? '';
  const inner = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<(style|defs)>[\s\S]*?<\/\1>/g, '')
    .replace(
      /<g class="node" data-id="n(\d+)"[^>]*>/g,
      (_, index: string) => `<g class="${nodeClass(chart.nodes[Number(index)]!)}">`,
    )
    .replace(/ data-[\w-]+="[^"]*"/g, '')
    .replace(/ (?:fill|stroke)="var\([^"]*"/g, '')
    .replace(/ (?:font-size|font-weight|stroke-width)="[\d.]+"/g, '')
    .replace(/url\(#arrowhead[\w-]*\)/g, `url(#${id}-a)`)
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/\n\s*/g, '');
  const alt = chart.alt === '' ? '' : `<desc id="${id}-d">${escapeHtml(chart.alt)}</desc>`;
  const labelledBy = alt === '' ? `${id}-t` : `${id}-t ${id}-d`;
  return [
    `<svg class="fl-diagram" role="img" aria-labelledby="${labelledBy}" viewBox="${viewBox}" width="${Math.round(width * SCALE)}">`,
    `<title id="${id}-t">${escapeHtml(title)}</title>${alt}`,
    `<defs><marker id="${id}-a" markerWidth="8" markerHeight="6" refX="7" refY="3" orient="auto-start-reverse"><path d="M0 0L8 3L0 6z"/></marker></defs>`,
    `${shown(inner)}</svg>`,
  ].join('');
}

function nodeClass({ kind, className }: FlowNode): string {
  return ['node', `is-${kind}`, className].filter((name) => name !== '').join(' ');
}

function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0);
}
