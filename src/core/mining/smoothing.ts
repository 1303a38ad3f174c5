import { dotAt } from './dotAt.ts';
import type { Features } from './features.ts';
import type { Nearest } from './nearest.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * Draws each ticket towards its nearest ones, by their similarity: a ticket of six words leaves unsaid what others like it
 * say (a step of a graph convolution without weights; Wu et al., "Simplifying graph convolutional networks", 2019).
 * @param howMany neighbours of each side
 * @param share of the neighbours in the result, 0 to 1
 * @returns rows of length 1, without terms
 */
export function smoothed(
  features: Features,
  { own, other }: Neighbours,
  howMany: number,
  share: number,
): Features {
  const { dim, rows } = features;
  const result = new Float32Array(rows.length);
  for (let at = 0; at < rows.length; at += dim) {
    const ticket = at / dim;
    const total = sumOf(own, ticket, howMany) + sumOf(other, ticket, howMany);
    for (let i = 0; i < dim; i++) result[at + i] = rows[at + i]! * (1 - share);
    for (const nearest of [own, other]) {
      for (let place = 0; place < Math.min(howMany, nearest.size); place++) {
        const neighbour = nearest.tickets[ticket * nearest.size + place]!;
        if (neighbour < 0) break;
        const weight = (share * nearest.similarities[ticket * nearest.size + place]!) / total;
        for (let i = 0; i < dim; i++) result[at + i]! += weight * rows[neighbour * dim + i]!;
      }
    }
    const length = Math.sqrt(dotAt(result, at, result, at, dim)) || 1;
    for (let i = at; i < at + dim; i++) result[i]! /= length;
  }
  return { ...features, rows: result, terms: undefined };
}

function sumOf({ size, similarities }: Nearest, ticket: number, howMany: number): number {
  let sum = 0;
  for (let place = 0; place < Math.min(howMany, size); place++) sum += similarities[ticket * size + place]!;
  return sum;
}
