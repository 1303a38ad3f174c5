import type { Levels } from './levels.ts';
import type { Graph } from './louvain.ts';
import type { Nearest } from './nearest.ts';
import type { Neighbours } from './neighbours.ts';

/** Where hardly anything is alike, similarities are chance and their ratios say nothing. */
const LEAST_DENSITY = 0.05;
const LEAST_WEIGHT = 1e-4;

/**
 * Joins each ticket with its nearest. A link weighs by its similarity against how alike neighbours are around both of its
 * ends, so that loose problems hold together as well as those that everybody puts in the same words (after Zelnik-Manor
 * and Perona, "Self-tuning spectral clustering", 2004).
 */
export function ticketGraph(neighbours: Neighbours, levels: Levels): Graph {
  const { own, other } = neighbours;
  const density = densityAround(own, levels);
  const weigh = (a: number, b: number, similarity: number): number => {
    const usual = (density[a]! * density[b]!) ** (levels.density / 2);
    return Math.max(LEAST_WEIGHT, (similarity / usual) ** levels.sharpness);
  };
  const starts = new Uint32Array(density.length + 1);
  forEachLink(neighbours, (a, b) => {
    starts[a + 1]!++;
    starts[b + 1]!++;
  });
  for (let ticket = 0; ticket < density.length; ticket++) starts[ticket + 1]! += starts[ticket]!;
  const targets = new Uint32Array(starts[density.length]!);
  const weights = new Float32Array(targets.length);
  const next = starts.slice();
  const put = (a: number, b: number, weight: number): void => {
    targets[next[a]!] = b;
    weights[next[a]!++] = weight;
  };
  forEachLink({ own, other }, (a, b, similarity) => {
    const weight = weigh(a, b, similarity);
    put(a, b, weight);
    put(b, a, weight);
  });
  return { starts, targets, weights };
}

/** Each pair once, though both may have the other in their lists. */
function forEachLink(
  { own, other }: Neighbours,
  visit: (a: number, b: number, similarity: number) => void,
): void {
  for (const { size, tickets, similarities } of [own, other]) {
    for (let at = 0; at < tickets.length; at++) {
      const b = tickets[at]!;
      if (b < 0) continue;
      const a = Math.floor(at / size);
      if (b < a && tickets.subarray(b * size, (b + 1) * size).includes(a)) continue;
      visit(a, b, similarities[at]!);
    }
  }
}

/** By ticket: how alike its eighth neighbour is, or its last if it has fewer. */
function densityAround({ size, tickets, similarities }: Nearest, levels: Levels): Float64Array {
  return Float64Array.from({ length: tickets.length / size }, (_, ticket) => {
    let place = Math.min(size, levels.densityNeighbour) - 1;
    while (place > 0 && tickets[ticket * size + place]! < 0) place--;
    return Math.max(LEAST_DENSITY, similarities[ticket * size + place]!);
  });
}
