import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, ticketSpace } from '../../../src/core/mining/clusters.ts';
import type { Features } from '../../../src/core/mining/features.ts';
import { louvain, modularity, type Graph } from '../../../src/core/mining/louvain.ts';
import { mergeAlike } from '../../../src/core/mining/mergeAlike.ts';
import type { Nearest } from '../../../src/core/mining/nearest.ts';
import { candidatesFor, nearestNeighbours } from '../../../src/core/mining/neighbours.ts';
import { termProduct, termVectors } from '../../../src/core/mining/termVectors.ts';
import { seededRandom } from '../../../src/core/random.ts';

const number = fc.float({ min: -1, max: 1, noNaN: true });
const word = fc.constantFrom('card', 'declined', 'network', 'wrong', 'usdt', 'pending');
const points = fc.array(
  fc.record({
    row: fc.array(number, { minLength: 3, maxLength: 3 }),
    words: fc.array(word, { maxLength: 4 }),
    language: fc.constantFrom('en', 'zh-CN'),
  }),
  { minLength: 2, maxLength: 25 },
);

function featuresOf(list: readonly { row: readonly number[]; words: readonly string[] }[]): Features {
  return {
    dim: 3,
    rows: Float32Array.from(list.flatMap(({ row }) => row)),
    links: 0,
    terms: termVectors(
      list.map(({ words }) => words.join(' ')),
      0.5,
    ),
  };
}

function similarityIn({ rows, terms }: Features, a: number, b: number): number {
  let sum = termProduct(terms!, a, b);
  for (let i = 0; i < 3; i++) sum += rows[a * 3 + i]! * rows[b * 3 + i]!;
  return sum;
}

function listOf({ size, tickets, similarities }: Nearest, ticket: number) {
  return Array.from({ length: size }, (_, place) => ({
    ticket: tickets[ticket * size + place]!,
    similarity: similarities[ticket * size + place]!,
  })).filter((entry) => entry.ticket >= 0);
}

/** Directions in a space of so many columns, with tickets around each. */
function bunches(groups: number, size: number, dim: number, scatter: number, seed: number) {
  const random = seededRandom(seed);
  const gauss = (): number => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const unit = (values: number[]): number[] => {
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const middles = Array.from({ length: groups }, () => unit(Array.from({ length: dim }, gauss)));
  const truth = Array.from({ length: groups * size }, (_, ticket) => ticket % groups);
  const rows = truth.flatMap((group) =>
    unit(middles[group]!.map((value) => value + (scatter * gauss()) / Math.sqrt(dim))),
  );
  return { truth, features: { dim, rows: Float32Array.from(rows), links: 0, terms: undefined } };
}

describe('neighbours', () => {
  it('are those of a full sort', () => {
    fc.assert(
      fc.property(points, (list) => {
        const features = featuresOf(list);
        const languages = list.map(({ language }) => language);
        const found = nearestNeighbours(features, languages, 3);
        list.forEach(({ language }, a) => {
          for (const side of ['own', 'other'] as const) {
            const nearest = [...list.keys()]
              .filter((b) => b !== a && (languages[b] === language) === (side === 'own'))
              .map((b) => similarityIn(features, a, b))
              .filter((similarity) => similarity > 1e-6)
              .sort((p, q) => q - p)
              .slice(0, 3)
              .map((similarity) => expect.closeTo(similarity, 4) as number);
            const known = listOf(found[side], a).map(({ similarity }) => similarity);
            expect(known.filter((similarity) => similarity > 1e-6)).toEqual(nearest);
          }
        });
      }),
    );
  });

  it('found by cells are nearly all of them', () => {
    const { features, truth } = bunches(40, 25, 96, 1.2, 3);
    const languages = truth.map((_, ticket) => (ticket % 3 === 0 ? 'zh-CN' : 'en'));
    const exact = nearestNeighbours(features, languages, 5, undefined);
    const candidates = candidatesFor(features, languages, 100);
    const found = nearestNeighbours(features, languages, 5, candidates);
    let [held, all] = [0, 0];
    truth.forEach((_, ticket) => {
      const near = new Set(listOf(found.own, ticket).map((entry) => entry.ticket));
      for (const { ticket: neighbour } of listOf(exact.own, ticket)) {
        all++;
        if (near.has(neighbour)) held++;
      }
    });
    expect(held / all).toBeGreaterThan(0.9);
  });
});

function graphOf(nodes: number, edges: readonly (readonly [number, number])[]): Graph {
  const rows = Array.from({ length: nodes }, (): number[] => []);
  for (const [a, b] of edges) {
    rows[a]!.push(b);
    rows[b]!.push(a);
  }
  const starts = Uint32Array.from({ length: nodes + 1 }, (_, node) =>
    rows.slice(0, node).reduce((sum, row) => sum + row.length, 0),
  );
  const targets = Uint32Array.from(rows.flat());
  return { starts, targets, weights: new Float32Array(targets.length).fill(1) };
}

const simpleGraphs = fc.integer({ min: 2, max: 7 }).chain((nodes) => {
  const pairs = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes - a - 1 }, (_, b) => [a, a + b + 1] as const),
  ).flat();
  return fc.record({ nodes: fc.constant(nodes), edges: fc.subarray(pairs, { minLength: 1 }) });
});

/** Every way to divide so many nodes. */
function* divisions(nodes: number, head: readonly number[] = []): Generator<number[]> {
  if (head.length === nodes) yield [...head];
  else
    for (let group = 0; group <= Math.max(-1, ...head) + 1; group++)
      yield* divisions(nodes, [...head, group]);
}

describe('communities', () => {
  it('are the two halves of a dumbbell', () => {
    const clique = (first: number) =>
      [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].slice(a + 1).map((b) => [first + a, first + b] as const));
    const graph = graphOf(8, [...clique(0), ...clique(4), [3, 4]]);
    const found = [...louvain(graph, 1, seededRandom(1))];
    expect(found).toEqual([0, 0, 0, 0, 4, 4, 4, 4].map((node) => found[node]));
    expect(new Set(found).size).toBe(2);
  });

  it('never have more modularity than the best of all divisions, nor less than none', () => {
    fc.assert(
      fc.property(simpleGraphs, fc.constantFrom(0.5, 1, 2), ({ nodes, edges }, resolution) => {
        const graph = graphOf(nodes, edges);
        const found = modularity(graph, louvain(graph, resolution, seededRandom(1)), resolution);
        const best = Math.max(
          ...[...divisions(nodes)].map((division) =>
            modularity(graph, Int32Array.from(division), resolution),
          ),
        );
        const single = modularity(
          graph,
          Int32Array.from({ length: nodes }, (_, node) => node),
          resolution,
        );
        expect(found).toBeLessThanOrEqual(best + 1e-9);
        expect(found).toBeGreaterThanOrEqual(single - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('groups', () => {
  it('of one direction are joined, of others are not', () => {
    const { truth, features } = bunches(3, 20, 32, 1, 5);
    // Each group in two, by lot.
    const halves = Int32Array.from(truth, (group, ticket) => group * 2 + (Math.floor(ticket / 3) % 2));
    const joined = mergeAlike(features.rows, features.dim, halves, 0.7);
    expect(new Set(joined).size).toBe(3);
    truth.forEach((group, ticket) => {
      expect(joined[ticket]).toBe(joined[truth.indexOf(group)]);
    });
  });

  it.each([
    [4, 10],
    [12, 30],
    [40, 25],
  ])('of %d problems with %d tickets each are found as they are', (groups, size) => {
    const { truth, features } = bunches(groups, size, 64, 0.8, 11);
    const space = ticketSpace(
      features,
      truth.map(() => 'en'),
    );
    const clusters = clustersOf(space, seededRandom(1));
    expect(clusters).toHaveLength(groups);
    for (const cluster of clusters) expect(new Set(cluster.map(({ ticket }) => truth[ticket])).size).toBe(1);
    const similarities = clusters[0]!.map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
  });

  it('of nothing are none', () => {
    const none = { dim: 3, rows: new Float32Array(), links: 0, terms: undefined };
    expect(clustersOf(ticketSpace(none, []), seededRandom(1))).toEqual([]);
    const one = { dim: 3, rows: new Float32Array(3), links: 0, terms: undefined };
    expect(clustersOf(ticketSpace(one, ['en']), seededRandom(1))).toEqual([]);
  });
});
