import { dotAt } from './dotAt.ts';

/** The mean similarity of tickets of no two groups is taken for less than this: what is not alike has no direction. */
const LEAST_SCATTER = 0.02;

/**
 * Joins the two groups whose mean directions are most alike until none are alike enough. Alike means the mean similarity of
 * tickets across, against those within (without each ticket's similarity with itself), so that what a loose group
 * loses by its scatter is given back: the correction for attenuation of Spearman ("The proof and measurement of
 * association between two things", 1904).
 * @param rows of length 1, `dim` columns a ticket
 * @param groupOf by ticket, the number of its group, from 0 without gaps
 * @param enough cosine of mean directions, freed from scatter
 * @returns by ticket, the number of its joined group, from 0 without gaps
 */
export function mergeAlike(rows: Float32Array, dim: number, groupOf: Int32Array, enough: number): Int32Array {
  const groups = groupOf.reduce((most, group) => Math.max(most, group), -1) + 1;
  const sizes = new Float64Array(groups);
  const selves = new Float64Array(groups);
  const sums = new Float32Array(groups * dim);
  groupOf.forEach((group, ticket) => {
    sizes[group]!++;
    selves[group]! += dotAt(rows, ticket * dim, rows, ticket * dim, dim);
    for (let i = 0; i < dim; i++) sums[group * dim + i]! += rows[ticket * dim + i]!;
  });
  // Sums of products add up when groups are joined, so they are computed once.
  const products = Array.from({ length: groups }, (_, a) =>
    Float64Array.from({ length: groups }, (_, b) => dotAt(sums, a * dim, sums, b * dim, dim)),
  );
  const within = (group: number): number =>
    sizes[group]! < 2
      ? 1
      : Math.max(
          LEAST_SCATTER,
          (products[group]![group]! - selves[group]!) / (sizes[group]! * (sizes[group]! - 1)),
        );
  const alike = (a: number, b: number): number =>
    products[a]![b]! / (sizes[a]! * sizes[b]!) / Math.sqrt(within(a) * within(b));
  const joinedTo = Int32Array.from({ length: groups }, (_, group) => group);
  let alive = [...joinedTo];
  /** Of each group the later one most like it. */
  const best = alive.map((group) => mostAlike(group, alive, alike));
  for (;;) {
    const a = alive.reduce(
      (one, other) => (best[other]!.alike > best[one]!.alike ? other : one),
      alive[0] ?? -1,
    );
    if (a < 0 || best[a]!.alike < enough) break;
    const b = best[a]!.group;
    for (const group of alive) {
      if (group === a || group === b) continue;
      products[a]![group]! += products[b]![group]!;
      products[group]![a] = products[a]![group]!;
    }
    products[a]![a]! += products[b]![b]! + 2 * products[a]![b]!;
    sizes[a]! += sizes[b]!;
    selves[a]! += selves[b]!;
    joinedTo.forEach((group, of) => {
      if (group === b) joinedTo[of] = a;
    });
    alive = alive.filter((group) => group !== b);
    for (const group of alive) {
      const old = best[group]!;
      if (group === a || old.group === a || old.group === b) best[group] = mostAlike(group, alive, alike);
      else if (group < a && alike(group, a) > old.alike) best[group] = { group: a, alike: alike(group, a) };
    }
  }
  const numbers = new Map(alive.map((group, number) => [group, number]));
  return groupOf.map((group) => numbers.get(joinedTo[group]!)!);
}

interface Best {
  readonly group: number;
  readonly alike: number;
}

function mostAlike(group: number, others: readonly number[], alike: (a: number, b: number) => number): Best {
  let best: Best = { group: -1, alike: -Infinity };
  for (const other of others) {
    if (other <= group) continue;
    const value = alike(group, other);
    if (value > best.alike) best = { group: other, alike: value };
  }
  return best;
}
