import type { Random } from '../random.ts';
import { dotAt } from './dotAt.ts';
import type { Features } from './features.ts';
import { LEVELS, neighboursAmong, resolutionFor, smallestIssue, type Levels } from './levels.ts';
import { bestOfRuns, type Graph } from './louvain.ts';
import { mergeAlike } from './mergeAlike.ts';
import { densities } from './nearest.ts';
import { candidatesFor, nearestNeighbours } from './neighbours.ts';
import { smoothed } from './smoothing.ts';
import { ticketGraph } from './ticketGraph.ts';

export interface Member {
  readonly ticket: number;
  /** Cosine with the mean direction of the others of its cluster. */
  readonly similarity: number;
}

/** Tickets that belong together, the most central first. */
export type Cluster = readonly Member[];

/** What lies between tickets; made once, divided as often as one likes. */
export interface TicketSpace {
  readonly features: Features;
  /** The tickets' rows, each drawn towards its neighbours. */
  readonly calm: Float32Array;
  readonly graph: Graph;
  /** By ticket, how alike its nearest are. */
  readonly density: Float64Array;
}

/**
 * Neighbours in both languages, vectors drawn towards them, and neighbours again.
 * @param languages by ticket
 */
export function ticketSpace(
  features: Features,
  languages: readonly string[],
  levels: Levels = LEVELS,
): TicketSpace {
  const candidates = candidatesFor(features, languages);
  const near = nearestNeighbours(features, languages, levels.smoothedBy, candidates);
  const calm = smoothed(features, near, levels.smoothedBy, levels.smoothing);
  const neighbours = nearestNeighbours(
    calm,
    languages,
    neighboursAmong(languages.length, levels),
    candidates,
  );
  return {
    features,
    calm: calm.rows,
    graph: ticketGraph(neighbours, levels),
    density: densities([neighbours.own, neighbours.other], levels.smoothedBy),
  };
}

/**
 * Groups tickets without being told how many groups there are: the communities of their graph, those alike joined, and
 * what is like nothing left out.
 * @returns the largest cluster first
 */
export function clustersOf(
  { features, calm, graph, density }: TicketSpace,
  random: Random,
  levels: Levels = LEVELS,
): Cluster[] {
  const count = density.length;
  const communities = bestOfRuns(graph, resolutionFor(count, levels), random);
  const groupOf = mergeAlike(calm, features.dim, communities, levels.together);
  const groups = Map.groupBy(groupOf.keys(), (ticket) => groupOf[ticket]!);
  return [...groups.values()]
    .map((members) => withoutNoise(members, density, levels))
    .filter((members) => members.length >= smallestIssue(count, levels))
    .map((members) => mostCentralFirst(features, members))
    .sort((a, b) => b.length - a.length || a[0]!.ticket - b[0]!.ticket);
}

function withoutNoise(members: readonly number[], density: Float64Array, levels: Levels): number[] {
  const usual = median(members.map((ticket) => density[ticket]!));
  return members.filter((ticket) => density[ticket]! >= levels.belongs * usual);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function mostCentralFirst({ dim, rows }: Features, members: readonly number[]): Cluster {
  const sum = new Float32Array(dim);
  for (const ticket of members) for (let i = 0; i < dim; i++) sum[i]! += rows[ticket * dim + i]!;
  const square = dotAt(sum, 0, sum, 0, dim);
  return members
    .map((ticket): Member => {
      const self = dotAt(rows, ticket * dim, rows, ticket * dim, dim);
      const withSum = dotAt(rows, ticket * dim, sum, 0, dim);
      const others = Math.sqrt(Math.max(0, square - 2 * withSum + self) * self);
      return { ticket, similarity: others > 0 ? (withSum - self) / others : 0 };
    })
    .sort((a, b) => b.similarity - a.similarity || a.ticket - b.ticket);
}
