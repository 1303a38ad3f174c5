import { seededRandom } from '../random.ts';
import { dotAt } from './dotAt.ts';
import type { Features } from './features.ts';
import { createTops, type Nearest } from './nearest.ts';
import { rowProducts, upTo } from './products.ts';

/** The columns of the model that are a model by themselves (see `dotRows`). */
const LEADING_COLUMNS = 64;
const TRAINING_ROWS = 5_000;
const TRAINING_ROUNDS = 3;
/** Times √n cells there are: more and smaller ones make a search as long in the centres as in the cells. */
const CELLS = 2.5;
/** Cells looked into for a ticket; tests/core/mining/grouping.test.ts holds what they miss small. */
const PROBES = 16;
const SEED = 7;

/**
 * For each ticket those whose leading columns are most like its own, of its own language and of others, among the tickets of
 * regions around it: cells around centres found by k-means, a few times √n of them (an inverted file: Sivic and Zisserman,
 * "Video Google", 2003; Johnson et al., "Billion-scale similarity search with GPUs", 2017), over the links and the leading
 * columns.
 * @param codes by ticket, the number of its language
 * @param howMany tickets to find, of each side
 */
export function nearInCells(
  { dim, rows, links }: Features,
  codes: Uint8Array,
  howMany: number,
): { readonly own: Nearest; readonly other: Nearest } {
  const width = Math.min(dim, links + LEADING_COLUMNS);
  const count = codes.length;
  const heads = headsOf(rows, dim, width);
  const centres = trained(heads, width, Math.max(1, Math.round(CELLS * Math.sqrt(count))));
  const probes = nearestCentres(heads, width, centres);
  const { order, starts } = membersOf(probes, centres.length / width);
  // Tickets of one cell lie beside each other, so that a probe reads memory in order.
  const sorted = new Float32Array(heads.length);
  order.forEach((ticket, place) =>
    sorted.set(heads.subarray(ticket * width, (ticket + 1) * width), place * width),
  );
  const [own, other] = [createTops(count, howMany), createTops(count, howMany)];
  const multiply = rowProducts(sorted, width);
  const places = upTo(count);
  const products = new Float32Array(count);
  for (let ticket = 0; ticket < count; ticket++) {
    for (let probe = ticket * PROBES; probe < (ticket + 1) * PROBES; probe++) {
      const cell = probes.tickets[probe]!;
      if (cell < 0) break;
      const [from, to] = [starts[cell]!, starts[cell + 1]!];
      multiply(products, heads, ticket * width, places, from, to);
      for (let place = from; place < to; place++) {
        const candidate = order[place]!;
        if (candidate === ticket) continue;
        const tops = codes[candidate] === codes[ticket] ? own : other;
        tops.offer(ticket, candidate, ABOVE_ALL + products[place - from]!);
      }
    }
  }
  return { own, other };
}

/** Lifts a cosine above zero, below which nothing counts as near. */
const ABOVE_ALL = 2;

/** By ticket the cells nearest to it, its own first. */
function nearestCentres(heads: Float32Array, width: number, centres: Float32Array): Nearest {
  const count = heads.length / width;
  const nearest = createTops(count, PROBES);
  const multiply = rowProducts(centres, width);
  const cells = upTo(centres.length / width);
  const products = new Float32Array(cells.length);
  for (let ticket = 0; ticket < count; ticket++) {
    multiply(products, heads, ticket * width, cells, 0, cells.length);
    for (let cell = 0; cell < cells.length; cell++) nearest.offer(ticket, cell, ABOVE_ALL + products[cell]!);
  }
  return nearest;
}

/** The tickets of each cell, behind one another. */
function membersOf(
  { tickets, size }: Nearest,
  cells: number,
): { readonly order: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(cells + 1);
  for (let at = 0; at < tickets.length; at += size) starts[tickets[at]! + 1]!++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const order = new Int32Array(tickets.length / size);
  for (let at = 0; at < tickets.length; at += size) order[next[tickets[at]!]!++] = at / size;
  return { order, starts };
}

/** The leading columns of every row, scaled to length 1. */
function headsOf(rows: Float32Array, dim: number, width: number): Float32Array {
  const count = rows.length / dim;
  const heads = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const length = Math.sqrt(dotAt(rows, row * dim, rows, row * dim, width)) || 1;
    for (let i = 0; i < width; i++) heads[row * width + i] = rows[row * dim + i]! / length;
  }
  return heads;
}

/** Mean directions of the rows nearest to each; begun with rows drawn by lot. */
function trained(heads: Float32Array, width: number, count: number): Float32Array {
  const random = seededRandom(SEED);
  const rows = heads.length / width;
  const step = Math.max(1, rows / TRAINING_ROWS);
  const centres = new Float32Array(count * width);
  for (let centre = 0; centre < count; centre++) {
    const row = Math.floor(((centre + random()) * rows) / count);
    centres.set(heads.subarray(row * width, (row + 1) * width), centre * width);
  }
  const multiply = rowProducts(centres, width);
  const cells = upTo(count);
  const products = new Float32Array(count);
  for (let round = 0; round < TRAINING_ROUNDS; round++) {
    const sums = new Float32Array(centres.length);
    for (let at = 0; at < rows; at += step) {
      const row = Math.floor(at) * width;
      multiply(products, heads, row, cells, 0, count);
      const centre = products.indexOf(largest(products)) * width;
      for (let i = 0; i < width; i++) sums[centre + i]! += heads[row + i]!;
    }
    for (let at = 0; at < sums.length; at += width) {
      const length = Math.sqrt(dotAt(sums, at, sums, at, width));
      if (length > 0) for (let i = at; i < at + width; i++) centres[i] = sums[i]! / length;
    }
  }
  return centres;
}

function largest(values: Float32Array): number {
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
