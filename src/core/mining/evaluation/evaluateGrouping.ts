import type { Embedder } from '../../retrieval/embedder.ts';
import { seededRandom } from '../../random.ts';
import type { ArticleGuess } from '../articleGuess.ts';
import { learnBoilerplate, withoutBoilerplate } from '../boilerplate.ts';
import { clustersOf, ticketSpace } from '../clusters.ts';
import { featuresOf } from '../features.ts';
import { groupTickets } from '../grouping.ts';
import { louvain } from '../louvain.ts';
import type { Sent } from '../nearDuplicates.ts';
import { nearestNeighbours } from '../neighbours.ts';
import type { OffTopic } from '../offTopic.ts';
import type { Described } from '../rowSpace.ts';
import { termVectors } from '../termVectors.ts';
import { clusterScores, numbered, type ClusterScores } from './clusterScores.ts';
import { denseRows, kMeans } from './kMeans.ts';
import { mutualGraph } from './mutualGraph.ts';

/** A ticket whose problem is known. */
export interface LabelledTicket {
  readonly ticket: Described & Sent;
  readonly label: string;
}

export interface GroupingScores extends ClusterScores {
  /** Issues found. */
  readonly issues: number;
  /** Labels there are, without those that name noise. */
  readonly trueIssues: number;
  /** Share of the tickets that are in an issue. */
  readonly coverage: number;
  /** Others on the same tickets; the two k-means are told the true number. */
  readonly baselines: {
    readonly kMeans: ClusterScores;
    readonly tfidfKMeans: ClusterScores;
    readonly mutualNeighboursLouvain: ClusterScores;
  };
  /** Mean adjusted Rand index between groupings: of other seeds, and of a half of the tickets with the whole. */
  readonly stability: { readonly seeds: number; readonly bootstrap: number };
  /** Of pairs of tickets with one label, the share in one issue; null where there is one language. */
  readonly together: { readonly sameLanguage: number | null; readonly acrossLanguages: number | null };
}

/** Labels for what is no problem. */
export const NOISE_LABELS: ReadonlySet<string> = new Set(['noise', 'oos', 'none', 'other', '']);

const SEEDS = [1, 2, 3, 4, 5] as const;

/**
 * Scores how the mining groups labelled tickets. What is in no issue counts as one group of its own, and so does each
 * label, so that leaving tickets out is rewarded only where they are noise.
 */
export async function evaluateGrouping(
  labelled: readonly LabelledTicket[],
  embedder: Embedder,
  offTopic: OffTopic | undefined,
  seed: number,
  guess?: ArticleGuess,
): Promise<GroupingScores> {
  const whole = labelled.map(({ ticket }) => ticket);
  const boilerplate = await learnBoilerplate(
    whole.map(({ text }) => text),
    embedder,
  );
  const tickets = whole.map((ticket) => withoutBoilerplate(ticket, boilerplate));
  const labels = labelled.map(({ label }) => label);
  const truth = numbered(labels);
  const { clusters, originalOf } = await groupTickets(tickets, {
    embedder,
    offTopic,
    articleGuess: guess && (() => Promise.resolve(guess)),
    random: seededRandom(seed),
  });
  const ofOriginal = groupNumbers(clusters, tickets.length);
  const found = originalOf.map((original) => ofOriginal[original]!);
  const features = await featuresOf(tickets, embedder);
  const languages = tickets.map(({ language }) => language);
  const trueIssues = new Set(labels.filter((label) => !NOISE_LABELS.has(label))).size;
  const rows = denseRows(features.rows, features.dim);
  const terms = termVectors(tickets.map(({ text }) => text));
  const sparse = terms.terms.map((columns, i) => ({ columns, values: terms.weights[i]! }));
  const score = (groups: readonly number[]): ClusterScores =>
    clusterScores(numbered(groups.map(String)), truth);
  const mutual = mutualGraph(
    nearestNeighbours({ ...features, terms: undefined }, languages, MUTUAL.neighbours),
  );
  const space = ticketSpace(features, languages);
  const groupings = SEEDS.map((other) =>
    groupNumbers(clustersOf(space, seededRandom(other)), tickets.length),
  );
  return {
    ...score(found),
    issues: clusters.length,
    trueIssues,
    coverage: found.filter((group) => group >= 0).length / found.length,
    baselines: {
      kMeans: score(kMeans(rows, features.dim, trueIssues, seededRandom(seed))),
      tfidfKMeans: score(kMeans(sparse, terms.postings.length, trueIssues, seededRandom(seed))),
      mutualNeighboursLouvain: score([...louvain(mutual, MUTUAL.resolution, seededRandom(seed))]),
    },
    stability: {
      seeds: agreement(groupings),
      bootstrap: await halvesAgreement(tickets, embedder, groupings[0]!),
    },
    together: togetherness(found, truth, languages),
  };
}

/** What the mining is to be ahead of. */
const MUTUAL = { neighbours: 10, resolution: 6 } as const;

/** By ticket, the number of its cluster, or -1. */
function groupNumbers(
  clusters: readonly (readonly { readonly ticket: number }[])[],
  count: number,
): number[] {
  const groups = new Array<number>(count).fill(-1);
  clusters.forEach((cluster, number) => cluster.forEach(({ ticket }) => (groups[ticket] = number)));
  return groups;
}

/** Mean adjusted Rand index of all pairs. */
function agreement(groupings: readonly (readonly number[])[]): number {
  const numbers = groupings.map((groups) => numbered(groups.map(String)));
  const scores = numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => clusterScores(a, b).ari));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

const HALVES = 3;
/** More would take minutes and say the same. */
const MOST_IN_HALF = 3_000;

async function halvesAgreement(
  tickets: readonly (Described & Sent)[],
  embedder: Embedder,
  whole: readonly number[],
): Promise<number> {
  let sum = 0;
  for (let half = 1; half <= HALVES; half++) {
    const random = seededRandom(half);
    const share = Math.min(0.5, MOST_IN_HALF / tickets.length);
    const chosen = [...tickets.keys()].filter(() => random() < share);
    const part = chosen.map((ticket) => tickets[ticket]!);
    const features = await featuresOf(part, embedder);
    const space = ticketSpace(
      features,
      part.map(({ language }) => language),
    );
    const groups = groupNumbers(clustersOf(space, random), part.length);
    sum += agreement([groups, chosen.map((ticket) => whole[ticket]!)]);
  }
  return sum / HALVES;
}

function togetherness(
  found: readonly number[],
  truth: readonly number[],
  languages: readonly string[],
): GroupingScores['together'] {
  const pairs = { same: 0, across: 0 };
  const joined = { same: 0, across: 0 };
  for (const members of Map.groupBy(truth.keys(), (ticket) => truth[ticket]!).values()) {
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) {
        const kind = languages[a] === languages[b] ? 'same' : 'across';
        pairs[kind]++;
        if (found[a] === found[b] && found[a]! >= 0) joined[kind]++;
      }
    });
  }
  return {
    sameLanguage: pairs.same > 0 ? joined.same / pairs.same : null,
    acrossLanguages: pairs.across > 0 ? joined.across / pairs.across : null,
  };
}
