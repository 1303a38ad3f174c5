import type { Embedder } from '../retrieval/embedder.ts';
import type { KnowledgeIndex } from '../retrieval/knowledgeIndex.ts';
import type { Random } from '../random.ts';
import { clustersOf, type Cluster, type ClusterOptions } from './clusters.ts';
import { communitiesOf } from './communities.ts';
import { featuresOf, type Features, type FeatureWeights } from './features.ts';
import { gapOf, MOST_ASKED } from './gap.ts';
import { meanSimilarity } from './groupSums.ts';
import { labelTerms } from './labels.ts';
import type { MinedTicket } from './minedTicket.ts';
import { nearDuplicates, resends } from './nearDuplicates.ts';
import { nearestNeighbours, type Neighbours } from './neighbours.ts';
import { toRecurringIssue, weekRange, type Group } from './recurringIssue.ts';
import type { RecurringIssue } from './report.ts';

/** More distinct tickets would take minutes, since every pair is compared. */
export const MOST_TICKETS = 20_000;

export interface MiningTools {
  readonly embedder: Embedder;
  /** Indexes of the public edition, built with the same embedder. */
  readonly indexes: readonly KnowledgeIndex[];
  /** Probability from which a suggestion is shown. */
  readonly threshold: number;
  /** Seeded: the same tickets give the same report. */
  readonly random: Random;
  /** Told what is being done, for a person who waits. */
  readonly progress?: (doing: string) => void;
}

export interface MiningOptions {
  readonly features: FeatureWeights;
  /** Nearest tickets looked at, in a ticket's own language and in others each. */
  readonly neighbours: number;
  /** Of the first division into communities. */
  readonly resolution: number;
  readonly clusters: ClusterOptions;
}

/** Chosen by measuring on the sample, see tests/core/mining/sample.test.ts; a little more or less changes little. */
export const MINING_OPTIONS: MiningOptions = {
  features: { reply: 0.6, links: 0.4, words: 0.5 },
  neighbours: 8,
  resolution: 12,
  clusters: { smallest: 6, together: 0.3, belongs: 0.24 },
};

export interface Mined {
  /** The most tickets first. */
  readonly issues: readonly RecurringIssue[];
  /** By position of the ticket: the id of its issue, undefined for noise. */
  readonly assignments: readonly (string | undefined)[];
  readonly duplicates: number;
}

/** Finds the recurring issues of tickets, at most `MOST_TICKETS` distinct ones. */
export async function mine(
  tickets: readonly MinedTicket[],
  tools: MiningTools,
  options = MINING_OPTIONS,
): Promise<Mined> {
  const originalOf = findRepeated(tickets);
  const positions = [...tickets.keys()].filter((position) => originalOf[position] === position);
  const originals = positions.map((position) => tickets[position]!);
  tools.progress?.(`comparing ${originals.length} distinct tickets`);
  const features = await featuresOf(originals, tools.embedder, options.features);
  const languages = originals.map(({ language }) => language);
  const neighbours = nearestNeighbours(features, languages, options.neighbours);
  tools.progress?.('grouping them');
  const groups = groupsOf(features, neighbours, options, tools.random);
  const clusters = groups.map((members) => members.map((ticket) => positions[ticket]!));
  tools.progress?.('comparing them with the articles');
  const repeatedBy = Map.groupBy(
    [...tickets.keys()].filter((position) => originalOf[position] !== position),
    (position) => originalOf[position]!,
  );
  const labels = labelsOf(clusters, tickets);
  const range = weekRange(tickets);
  const linked = new Set(tickets.flatMap(({ slugs }) => slugs));
  const found = await Promise.all(
    clusters.map(async (members, cluster) => {
      const repeated = members.flatMap((member) => repeatedBy.get(member) ?? []);
      const central = members.map((member) => tickets[member]!);
      const vectors = await tools.embedder.embed(central.slice(0, MOST_ASKED).map(({ text }) => text));
      const group: Group = {
        originals: central,
        repeated: repeated.map((position) => tickets[position]!),
        terms: { en: labels.en[cluster]!, 'zh-CN': labels['zh-CN'][cluster]! },
        gap: gapOf(central, vectors, tools.indexes, tools.threshold, linked),
      };
      return { issue: toRecurringIssue(group, range, tickets.length), positions: [...members, ...repeated] };
    }),
  );
  found.sort((a, b) => b.issue.tickets - a.issue.tickets || (a.issue.id < b.issue.id ? -1 : 1));
  const assignments: (string | undefined)[] = tickets.map(() => undefined);
  for (const { issue, positions: members } of found)
    for (const position of members) assignments[position] = issue.id;
  return {
    issues: found.map(({ issue }) => issue),
    assignments,
    duplicates: tickets.length - originals.length,
  };
}

/** With fewer tickets there is less to tell apart, and an issue is sooner one. */
const FULL_SIZE = 500;
const SMALLEST_ISSUE = 3;

function groupsOf(
  features: Features,
  neighbours: Neighbours,
  options: MiningOptions,
  random: Random,
): Cluster[] {
  const size = Math.min(1, neighbours.own.length / FULL_SIZE);
  const resolution = Math.max(1, options.resolution * size);
  const smallest = Math.max(SMALLEST_ISSUE, Math.round(options.clusters.smallest * size));
  const alike = (members: readonly number[]): boolean =>
    meanSimilarity(features, members) >= options.clusters.together;
  const communities = communitiesOf(neighbours, { resolution, smallest, alike }, random);
  return clustersOf(features, communities, { ...options.clusters, smallest });
}

/** For each ticket the position of the original it repeats, by its words or by its sender; else its own. */
function findRepeated(tickets: readonly MinedTicket[]): number[] {
  const byText = nearDuplicates(tickets.map(({ text }) => text));
  const bySender = resends(tickets.map(({ text, requesterKey, atMs }) => ({ text, requesterKey, atMs })));
  const original: number[] = [];
  tickets.forEach((_, position) => {
    const earlier = bySender[position] === position ? byText[position]! : bySender[position]!;
    original.push(earlier === position ? position : original[earlier]!);
  });
  return original;
}

function labelsOf(clusters: readonly (readonly number[])[], tickets: readonly MinedTicket[]) {
  const inLanguage = (language: MinedTicket['language']): string[][] =>
    labelTerms(
      clusters.map((members) =>
        members
          .filter((member) => tickets[member]!.language === language)
          .map((member) => tickets[member]!.text),
      ),
    );
  return { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') };
}
