import type { Embedder } from '../retrieval/embedder.ts';
import type { Random } from '../random.ts';
import { guessAll, type ArticleGuess } from './articleGuess.ts';
import { clustersOf, ticketSpace, type Cluster } from './clusters.ts';
import { termsFor, type Features } from './features.ts';
import { LEVELS, smallestIssue, type Levels } from './levels.ts';
import { nearDuplicates, resends, type Sent } from './nearDuplicates.ts';
import { withoutOffTopic, type OffTopic } from './offTopic.ts';
import { learnSpace, partsOf, type Described, type Parts, type RowSpace } from './rowSpace.ts';

export interface Grouped {
  /** Distinct tickets by their position among all, the largest cluster first. */
  readonly clusters: readonly Cluster[];
  /** By ticket, the position of the one it repeats, or its own. */
  readonly originalOf: readonly number[];
  /** The space of these tickets, and the rows of all of them, those of repeated ones empty. */
  readonly space: RowSpace;
  readonly rows: Float32Array;
}

export interface GroupingTools {
  readonly embedder: Embedder;
  /** What no help site answers, which is no issue however often it is sent. */
  readonly offTopic?: OffTopic | undefined;
  /** Asked for when tickets are grouped: to make one takes seconds. */
  readonly articleGuess?: (() => Promise<ArticleGuess>) | undefined;
  readonly random: Random;
  readonly levels?: Levels;
  /** Told what is being done, for a person who waits. */
  readonly progress?: ((doing: string) => void) | undefined;
}

/**
 * Collapses what was sent twice and groups what is left.
 * @param parts of the tickets, if they are known already
 */
export async function groupTickets(
  tickets: readonly (Described & Sent)[],
  { embedder, offTopic, articleGuess, random, levels = LEVELS, progress }: GroupingTools,
  parts?: readonly Parts[],
): Promise<Grouped> {
  const vectors = parts ?? (await partsOf(tickets, embedder));
  const originalOf = repeatedBy(tickets);
  const positions = [...tickets.keys()].filter((position) => originalOf[position] === position);
  const originals = positions.map((position) => tickets[position]!);
  progress?.(`comparing ${originals.length} distinct tickets`);
  const guess = positions.length < levels.fewestTickets ? undefined : await articleGuess?.();
  const space = learnSpace(
    originals,
    positions.map((position) => vectors[position]!),
    embedder.dim,
    undefined,
    guess && guessAll(originals, guess),
  );
  const { dim, links } = space;
  const rows = new Float32Array(tickets.length * dim);
  const dense = new Float32Array(originals.length * dim);
  positions.forEach((position, original) => {
    space.place(tickets[position]!, vectors[position]!, dense, original * dim);
    rows.set(dense.subarray(original * dim, (original + 1) * dim), position * dim);
  });
  const features: Features = { dim, rows: dense, links, terms: termsFor(originals) };
  const languages = originals.map(({ language }) => language);
  const nearby = ticketSpace(features, languages, levels);
  progress?.('grouping them');
  const found = clustersOf(nearby, random, levels).map((cluster) =>
    cluster.map(({ ticket, similarity }) => ({ ticket: positions[ticket]!, similarity })),
  );
  const onTopic = offTopic
    ? await withoutOffTopic(found, (ticket) => tickets[ticket]!.text, embedder, offTopic)
    : found;
  const clusters = onTopic.filter(({ length }) => length >= smallestIssue(positions.length, levels));
  return { clusters, originalOf, space, rows };
}

/** By words or by sender. */
function repeatedBy(tickets: readonly Sent[]): number[] {
  const byText = nearDuplicates(tickets.map(({ text }) => text));
  const bySender = resends(tickets);
  const original: number[] = [];
  tickets.forEach((_, position) => {
    const earlier = bySender[position] === position ? byText[position]! : bySender[position]!;
    original.push(earlier === position ? position : original[earlier]!);
  });
  return original;
}
