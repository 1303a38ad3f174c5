import type { Features } from './features.ts';
import { groupSums, selfSimilarities } from './groupSums.ts';

export interface ClusterOptions {
  /** Fewer tickets are noise. */
  readonly smallest: number;
  /** Tickets of a mean similarity of at least this are one cluster. */
  readonly together: number;
  /** A ticket belongs to a cluster if its mean similarity with the members is at least this. */
  readonly belongs: number;
}

/** Tickets that belong together, the most central first. */
export type Cluster = readonly number[];

/**
 * Turns communities into clusters: those as alike as the tickets within one are merged (average linkage), then each
 * ticket goes where it is most at home, or nowhere.
 */
export function clustersOf(
  features: Features,
  communities: readonly (readonly number[])[],
  { smallest, together, belongs }: ClusterOptions,
): Cluster[] {
  const selves = selfSimilarities(features);
  const members = mergeAlike(features, communities, together);
  const home = new Map(members.flatMap((group, place) => group.map((ticket) => [ticket, place] as const)));
  const clusters = members.map((): { ticket: number; similarity: number }[] => []);
  groupSums(features, members).forEach((sums, ticket) => {
    let best = { group: -1, similarity: belongs };
    sums.forEach((sum, group) => {
      const isOwn = home.get(ticket) === group;
      const similarity = isOwn
        ? (sum - selves[ticket]!) / (members[group]!.length - 1)
        : sum / members[group]!.length;
      if (similarity >= best.similarity) best = { group, similarity };
    });
    if (best.group >= 0) clusters[best.group]!.push({ ticket, similarity: best.similarity });
  });
  return clusters
    .filter((cluster) => cluster.length >= smallest)
    .map((cluster) =>
      cluster.sort((a, b) => b.similarity - a.similarity || a.ticket - b.ticket).map(({ ticket }) => ticket),
    );
}

/** Joins the two groups of the highest mean similarity until no two are alike enough. */
function mergeAlike(
  features: Features,
  groups: readonly (readonly number[])[],
  enough: number,
): (readonly number[])[] {
  const sums = groupSums(features, groups);
  // Sums of similarities add up when groups are joined, so they are computed once.
  const merged = groups.map((members) => ({
    members,
    to: groups.map((_, other) => members.reduce((sum, ticket) => sum + sums[ticket]![other]!, 0)),
  }));
  for (;;) {
    let best = { a: -1, b: -1, similarity: enough };
    merged.forEach(({ members, to }, a) => {
      for (let b = a + 1; b < merged.length; b++) {
        const similarity = to[b]! / (members.length * merged[b]!.members.length);
        if (similarity >= best.similarity) best = { a, b, similarity };
      }
    });
    const { a, b } = best;
    if (a < 0) return merged.map(({ members }) => members);
    const joined = {
      members: [...merged[a]!.members, ...merged[b]!.members],
      to: merged[a]!.to.map((sum, other) => sum + merged[b]!.to[other]!),
    };
    merged[a] = joined;
    merged.splice(b, 1);
    for (const { to } of merged) {
      to[a]! += to[b]!;
      to.splice(b, 1);
    }
  }
}
