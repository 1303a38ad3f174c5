import type { Random } from '../random.ts';

/** An undirected graph in rows: the neighbours of node n are `targets[starts[n]]` up to before `starts[n + 1]`. */
export interface Graph {
  readonly starts: Uint32Array;
  /** Every edge is in both of its nodes' rows. */
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Communities of a graph by modularity with a resolution: Louvain (Blondel et al., "Fast unfolding of communities in large
 * networks", 2008; resolution after Reichardt and Bornholdt, 2006). On typed arrays, so that 200,000 tickets take
 * seconds.
 * @param resolution higher means more, smaller communities
 * @returns by node, the number of its community, from 0 without gaps
 */
export function louvain(graph: Graph, resolution: number, random: Random): Int32Array {
  let level: Level = { ...graph, selves: new Float64Array(graph.starts.length - 1) };
  let communities: Int32Array = Int32Array.from({ length: level.selves.length }, (_, node) => node);
  for (;;) {
    const { home, count } = moved(level, resolution, random);
    if (count === level.selves.length) return communities;
    communities = communities.map((node) => home[node]!);
    level = joined(level, home, count);
  }
}

interface Level extends Graph {
  /** By node: twice the weight of the edges within it. */
  readonly selves: Float64Array;
}

/** Below this share of the whole weight a gain is rounding. */
const LEAST_GAIN = 1e-9;

function moved(level: Level, resolution: number, random: Random): { home: Int32Array; count: number } {
  const { starts, targets, weights, selves } = level;
  const nodes = selves.length;
  const home = Int32Array.from({ length: nodes }, (_, node) => node);
  const degree = Float64Array.from(selves);
  for (let node = 0; node < nodes; node++)
    for (let at = starts[node]!; at < starts[node + 1]!; at++) degree[node]! += weights[at]!;
  const total = degree.reduce((sum, value) => sum + value, 0);
  const inside = Float64Array.from(degree);
  const links = new Float64Array(nodes);
  const seen: number[] = [];
  const queue = shuffled(nodes, random);
  const isQueued = new Uint8Array(nodes).fill(1);
  // A queue instead of whole passes: only what has a neighbour that moved is looked at again.
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    isQueued[node] = 0;
    const own = home[node]!;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const community = home[targets[at]!]!;
      if (links[community] === 0) seen.push(community);
      links[community]! += weights[at]!;
    }
    inside[own]! -= degree[node]!;
    const factor = total > 0 ? (resolution * degree[node]!) / total : 0;
    let best = own;
    let most = links[own]! - factor * inside[own]!;
    for (const community of seen) {
      const gain = links[community]! - factor * inside[community]!;
      if (gain <= most + LEAST_GAIN) continue;
      best = community;
      most = gain;
    }
    for (const community of seen) links[community] = 0;
    seen.length = 0;
    inside[best]! += degree[node]!;
    if (best === own) continue;
    home[node] = best;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const neighbour = targets[at]!;
      if (isQueued[neighbour] === 1 || home[neighbour] === best) continue;
      isQueued[neighbour] = 1;
      queue.push(neighbour);
    }
  }
  return renumbered(home);
}

function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, node) => node);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

function renumbered(home: Int32Array): { home: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  for (const community of home) if (!numbers.has(community)) numbers.set(community, numbers.size);
  return { home: home.map((community) => numbers.get(community)!), count: numbers.size };
}

/** The graph whose nodes are the communities. */
function joined({ starts, targets, weights, selves }: Level, home: Int32Array, count: number): Level {
  const members: number[][] = Array.from({ length: count }, () => []);
  home.forEach((community, node) => members[community]!.push(node));
  const links = new Float64Array(count);
  const [allTargets, allWeights]: [number[], number[]] = [[], []];
  const newStarts = new Uint32Array(count + 1);
  const newSelves = new Float64Array(count);
  members.forEach((nodes, community) => {
    const seen: number[] = [];
    for (const node of nodes) {
      newSelves[community]! += selves[node]!;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        const other = home[targets[at]!]!;
        if (other === community) newSelves[community]! += weights[at]!;
        else {
          if (links[other] === 0) seen.push(other);
          links[other]! += weights[at]!;
        }
      }
    }
    for (const other of seen) {
      allTargets.push(other);
      allWeights.push(links[other]!);
      links[other] = 0;
    }
    newStarts[community + 1] = allTargets.length;
  });
  return {
    starts: newStarts,
    targets: Uint32Array.from(allTargets),
    weights: Float32Array.from(allWeights),
    selves: newSelves,
  };
}

/** Louvain depends on the order it visits nodes in: the best of a few runs depends on it far less. */
const RUNS = 5;

/** The communities of the largest modularity of five runs. */
export function bestOfRuns(graph: Graph, resolution: number, random: Random): Int32Array {
  const runs = Array.from({ length: RUNS }, () => {
    const communities = louvain(graph, resolution, random);
    return { communities, modularity: modularity(graph, communities, resolution) };
  });
  return runs.reduce((best, run) => (run.modularity > best.modularity ? run : best)).communities;
}

/** Share of the weight within communities, less what chance would put there, times the resolution. */
export function modularity(
  { starts, targets, weights }: Graph,
  communities: Int32Array,
  resolution: number,
): number {
  const degrees = new Float64Array(communities.length);
  let inside = 0;
  let total = 0;
  for (let node = 0; node + 1 < starts.length; node++) {
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const weight = weights[at]!;
      total += weight;
      degrees[communities[node]!]! += weight;
      if (communities[node] === communities[targets[at]!]) inside += weight;
    }
  }
  if (total === 0) return 0;
  const expected = degrees.reduce((sum, degree) => sum + (degree / total) ** 2, 0);
  return inside / total - resolution * expected;
}
