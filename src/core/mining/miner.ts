import { createCentres, type Centres } from './centres.ts';
import { fingerprint, type Fingerprint } from './fingerprint.ts';
import { groupTickets, type GroupingTools } from './grouping.ts';
import type { IssueSummary } from './issueSummary.ts';
import type { MinedTicket } from './minedTicket.ts';
import type { Parts, RowSpace } from './rowSpace.ts';
import { createTally } from './tally.ts';

/** Where each ticket went. */
export interface Assignments {
  readonly ids: readonly string[];
  /** By ticket: the number of its issue, or -1. */
  readonly issues: readonly number[];
  /** Cosine with its issue's centre; 0 for none. */
  readonly similarities: readonly number[];
}

/** What was found, before anything is said about it. */
export interface Gathered {
  readonly summaries: readonly IssueSummary[];
  readonly assignments: Assignments;
  readonly duplicates: number;
  readonly fingerprint: string;
}

/** Takes tickets one after the other; holds the sample and what fits nowhere, of all others only counts. */
export interface Miner {
  add(ticket: MinedTicket, parts: Parts): Promise<void>;
  finish(): Promise<Gathered>;
}

/**
 * Tickets whose graph is built. Of more, this many are the sample: their issues are frozen as centres, the others assigned to
 * them as they come, and what fits nowhere is grouped again, so that time grows with the number of tickets.
 */
export const SAMPLE_TICKETS = 50_000;

/** What fits nowhere is often only the edge of an issue: a group of it this near to a centre belongs there. */
const EDGE = 0.6;

interface Held {
  readonly place: number;
  readonly ticket: MinedTicket;
  readonly parts: Parts;
}

interface Frozen {
  readonly space: RowSpace;
  readonly centres: Centres;
}

export function createMiner(tools: GroupingTools, sampleTickets = SAMPLE_TICKETS): Miner {
  const tally = createTally();
  const ids: string[] = [];
  const issues: number[] = [];
  const similarities: number[] = [];
  const print: Fingerprint = fingerprint();
  const texts = new Set<string>();
  let duplicates = 0;
  let held: Held[] = [];
  let frozen: Frozen | undefined;

  const put = (
    place: number,
    ticket: MinedTicket,
    issue: number,
    similarity: number,
    isRepeated: boolean,
  ): void => {
    issues[place] = issue;
    similarities[place] = similarity;
    tally.add(issue, ticket, isRepeated ? undefined : similarity);
  };

  /** Groups what is held; what is in no group then stays in none. */
  const group = async (): Promise<void> => {
    // The earlier one is the original, and a resend comes after; those without a date come first.
    held.sort((a, b) => (a.ticket.atMs ?? -Infinity) - (b.ticket.atMs ?? -Infinity) || a.place - b.place);
    const tickets = held.map(({ ticket }) => ticket);
    const grouped = await groupTickets(
      tickets,
      tools,
      held.map(({ parts }) => parts),
    );
    frozen ??= { space: grouped.space, centres: createCentres(grouped.space.dim) };
    const { space, centres } = frozen;
    const earlier = centres.count;
    const rows = space === grouped.space ? grouped.rows : rowsIn(space, held);
    const found = new Map<number, { issue: number; similarity: number }>();
    for (const cluster of grouped.clusters) {
      const added = centres.add(rows, cluster);
      const issue = earlier > 0 ? centres.near(added, earlier, EDGE) : added;
      for (const { ticket, similarity } of cluster) found.set(ticket, { issue, similarity });
    }
    held.forEach(({ place, ticket }, position) => {
      const original = grouped.originalOf[position]!;
      const home = found.get(original);
      if (original !== position) duplicates++;
      if (home) put(place, ticket, home.issue, home.similarity, original !== position);
    });
    held = [];
  };

  const rowOf = (space: RowSpace, ticket: MinedTicket, parts: Parts): Float32Array => {
    const row = new Float32Array(space.dim);
    space.place(ticket, parts, row, 0);
    return row;
  };

  return {
    add: async (ticket, parts) => {
      const place = ids.push(ticket.id) - 1;
      issues.push(-1);
      similarities.push(0);
      print.add(`${ticket.id}\n${ticket.atMs ?? ''}\n${ticket.text}\n${ticket.reply}`);
      if (frozen) {
        const { issue, similarity, fits } = frozen.centres.nearest(rowOf(frozen.space, ticket, parts), 0);
        if (fits) {
          const isRepeated = texts.has(ticket.text);
          if (isRepeated) duplicates++;
          else if (texts.size < MOST_TEXTS) texts.add(ticket.text);
          put(place, ticket, issue, similarity, isRepeated);
          return;
        }
      }
      held.push({ place, ticket, parts });
      if (held.length >= sampleTickets) await group();
    },
    finish: async () => {
      if (held.length > 0) await group();
      const count = frozen?.centres.count ?? 0;
      const summaries = Array.from({ length: count }, (_, issue) => tally.summary(issue));
      return {
        summaries,
        assignments: { ids, issues, similarities },
        duplicates,
        fingerprint: print.hex(),
      };
    },
  };
}

/** Texts kept to know them again while tickets stream by. */
const MOST_TEXTS = 100_000;

function rowsIn(space: RowSpace, held: readonly Held[]): Float32Array {
  const rows = new Float32Array(held.length * space.dim);
  held.forEach(({ ticket, parts }, position) => space.place(ticket, parts, rows, position * space.dim));
  return rows;
}
