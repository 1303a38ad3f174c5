import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Random } from '../random.ts';
import type { Neighbours } from './neighbours.ts';

type Graph = UndirectedGraph<{ [name: string]: unknown }, { weight: number }>;

export interface CommunityOptions {
  /** Of the first division: higher means more, smaller communities. */
  readonly resolution: number;
  /** Fewer tickets are no community. */
  readonly smallest: number;
  /** Whether tickets are enough alike to be left together. */
  readonly alike: (members: readonly number[]) => boolean;
}

/**
 * The communities of the graph that joins each ticket with its nearest neighbours, by Louvain (Blondel et al., "Fast
 * unfolding of communities in large networks", 2008). Those whose tickets are unlike are divided again: modularity
 * overlooks what is small beside the whole graph (Fortunato and Barthélemy, "Resolution limit in community detection",
 * 2007). What cannot be divided further and is still unlike is no community.
 */
export function communitiesOf(neighbours: Neighbours, options: CommunityOptions, random: Random): number[][] {
  const graph = graphOf(neighbours);
  const communities: number[][] = [];
  const queue = divide(graph, options.resolution, random);
  for (let members = queue.pop(); members; members = queue.pop()) {
    if (members.length < options.smallest) continue;
    if (options.alike(members)) communities.push(members);
    else queue.push(...divideFurther(within(graph, members), random));
  }
  return communities;
}

/** Above this resolution a graph falls apart into single tickets. */
const HIGHEST_RESOLUTION = 50;

function divideFurther(graph: Graph, random: Random): number[][] {
  for (let resolution = 1; resolution < HIGHEST_RESOLUTION && graph.size > 0; resolution *= 1.5) {
    const parts = divide(graph, resolution, random);
    if (parts.length > 1) return parts;
  }
  return [];
}

/** Louvain depends on the order it visits tickets in: the best of a few runs depends on it far less. */
const RUNS = 5;

function divide(graph: Graph, resolution: number, random: Random): number[][] {
  const options = { getEdgeWeight: 'weight', resolution, rng: random } as const;
  const runs = Array.from({ length: RUNS }, () => louvain.detailed(graph, options));
  const best = runs.reduce((one, other) => (other.modularity > one.modularity ? other : one));
  return [...Map.groupBy(graph.mapNodes(Number), (ticket) => best.communities[ticket]!).values()];
}

function graphOf({ own, other }: Neighbours): Graph {
  const graph: Graph = new UndirectedGraph();
  own.forEach((_, ticket) => graph.addNode(ticket));
  for (const lists of [own, other]) {
    lists.forEach((list, a) => {
      for (const { ticket: b, similarity } of list) graph.mergeEdge(a, b, { weight: similarity });
    });
  }
  return graph;
}

function within(graph: Graph, members: readonly number[]): Graph {
  const part: Graph = new UndirectedGraph();
  for (const ticket of members) part.addNode(ticket);
  for (const ticket of members) {
    graph.forEachEdge(ticket, (_, { weight }, a, b) => {
      if (part.hasNode(a) && part.hasNode(b)) part.mergeEdge(a, b, { weight });
    });
  }
  return part;
}
