import type { Graph } from '../louvain.ts';
import type { Nearest } from '../nearest.ts';
import type { Neighbours } from '../neighbours.ts';

/** Joins tickets that are each among the other's nearest, by their similarity. */
export function mutualGraph({ own, other }: Neighbours): Graph {
  const count = own.tickets.length / own.size;
  const near = Array.from(
    { length: count },
    (_, ticket) => new Map([own, other].flatMap((list) => entries(list, ticket))),
  );
  const links = near.map((list, a) => [...list].filter(([b]) => near[b]!.has(a)));
  const starts = new Uint32Array(count + 1);
  links.forEach((row, ticket) => (starts[ticket + 1] = starts[ticket]! + row.length));
  return {
    starts,
    targets: Uint32Array.from(links.flatMap((row) => row.map(([neighbour]) => neighbour))),
    weights: Float32Array.from(links.flatMap((row) => row.map(([, similarity]) => similarity))),
  };
}

function entries({ size, tickets, similarities }: Nearest, ticket: number): [number, number][] {
  return Array.from({ length: size }, (_, place): [number, number] => [
    tickets[ticket * size + place]!,
    similarities[ticket * size + place]!,
  ]).filter(([neighbour]) => neighbour >= 0);
}
