import { seededRandom } from '../random.ts';
import { dotAt } from './dotAt.ts';
import type { Features } from './features.ts';
import { createTops } from './nearest.ts';

/** Tickets by regions of their space, so that near ones are found without comparing all. */
export interface Cells {
  /** The tickets whose leading columns are most like a ticket's: of its own language, then of others; -1 ends each. */
  near(ticket: number): { readonly own: Int32Array; readonly other: Int32Array };
}

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
 * Cells around centres found by k-means, a few times √n of them (an inverted file: Sivic and Zisserman, "Video Google", 2003; Johnson
 * et al., "Billion-scale similarity search with GPUs", 2017), over the links and the leading columns.
 * @param codes by ticket, the number of its language
 * @param howMany tickets to find, of each side
 */
export function cellsOf({ dim, rows, links }: Features, codes: Uint8Array, howMany: number): Cells {
  const width = Math.min(dim, links + LEADING_COLUMNS);
  const count = codes.length;
  const heads = headsOf(rows, dim, width);
  const centres = trained(heads, width, Math.max(1, Math.round(CELLS * Math.sqrt(count))));
  const members: number[][] = Array.from({ length: centres.length / width }, () => []);
  for (let ticket = 0; ticket < count; ticket++)
    members[nearestCentre(heads, ticket * width, centres, width)]!.push(ticket);
  // Tickets of one cell lie beside each other, so that a probe reads memory in order.
  const order = Int32Array.from(members.flat());
  const starts = Int32Array.from({ length: members.length + 1 }, () => 0);
  members.forEach((list, cell) => (starts[cell + 1] = starts[cell]! + list.length));
  const sorted = new Float32Array(heads.length);
  order.forEach((ticket, place) =>
    sorted.set(heads.subarray(ticket * width, (ticket + 1) * width), place * width),
  );
  return {
    near: (ticket) => {
      const [own, other] = [createTops(1, howMany), createTops(1, howMany)];
      const probed = createTops(1, PROBES);
      for (let cell = 0; cell < members.length; cell++)
        probed.offer(0, cell, 2 + dotAt(heads, ticket * width, centres, cell * width, width));
      for (const cell of probed.tickets) {
        if (cell < 0) break;
        for (let place = starts[cell]!; place < starts[cell + 1]!; place++) {
          const candidate = order[place]!;
          if (candidate === ticket) continue;
          const similarity = 2 + dotAt(heads, ticket * width, sorted, place * width, width);
          (codes[candidate] === codes[ticket] ? own : other).offer(0, candidate, similarity);
        }
      }
      return { own: own.tickets, other: other.tickets };
    },
  };
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
  for (let round = 0; round < TRAINING_ROUNDS; round++) {
    const sums = new Float32Array(centres.length);
    for (let at = 0; at < rows; at += step) {
      const row = Math.floor(at) * width;
      const centre = nearestCentre(heads, row, centres, width) * width;
      for (let i = 0; i < width; i++) sums[centre + i]! += heads[row + i]!;
    }
    for (let at = 0; at < sums.length; at += width) {
      const length = Math.sqrt(dotAt(sums, at, sums, at, width));
      if (length > 0) for (let i = at; i < at + width; i++) centres[i] = sums[i]! / length;
    }
  }
  return centres;
}

function nearestCentre(heads: Float32Array, row: number, centres: Float32Array, width: number): number {
  let [best, most] = [0, -Infinity];
  for (let at = 0; at < centres.length; at += width) {
    const similarity = dotAt(heads, row, centres, at, width);
    if (similarity > most) [best, most] = [at / width, similarity];
  }
  return best;
}
