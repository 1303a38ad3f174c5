import { learnBoilerplate, withoutBoilerplate, type Boilerplate } from './boilerplate.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { createCentres, type Centres } from './centres.ts';
import { fingerprint, type Fingerprint } from './fingerprint.ts';
import { groupTickets, type GroupingTools } from './grouping.ts';
import type { IssueSummary } from './issueSummary.ts';
import { createLot, type Lot } from './lot.ts';
import type { MinedTicket } from './minedTicket.ts';
import { partsOf, type Parts, type RowSpace } from './rowSpace.ts';
import { memorySpill, packParts, unpackParts, type Placed, type Spill } from './spill.ts';
import { createTally } from './tally.ts';
import { textRank } from './textHash.ts';

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

/** Takes tickets one after the other; holds the sample, of all others only counts. */
export interface Miner {
  add(ticket: MinedTicket, parts: Parts): Promise<void>;
  finish(): Promise<Gathered>;
}

/**
 * Tickets whose graph is built. Of more, this many, drawn by a hash of themselves so that order does not matter, are the
 * sample: their issues are frozen as centres, the others assigned to them in a second look, and of what fits nowhere a
 * sample is grouped again, so that time grows with the number of tickets.
 */
export const SAMPLE_TICKETS = 50_000;
/** Samples that are grouped; what fits nowhere then is like no others. */
const MOST_SAMPLES = 3;

/** What fits nowhere is often only the edge of an issue: a group of it this near to a centre belongs there. */
const EDGE = 0.6;

interface Embedded extends Placed {
  readonly parts: Parts;
}

interface Held extends Embedded {
  readonly rank: number;
}

interface Frozen {
  readonly boilerplate: Boilerplate;
  readonly space: RowSpace;
  readonly centres: Centres;
}

/** @param openSpill keeps the tickets beyond the sample until the second look */
export function createMiner(
  tools: GroupingTools,
  sampleTickets = SAMPLE_TICKETS,
  openSpill: () => Spill = memorySpill,
): Miner {
  const { embedder, progress } = tools;
  const tally = createTally();
  const ids: string[] = [];
  const issues: number[] = [];
  const similarities: number[] = [];
  const print: Fingerprint = fingerprint();
  /** What was said in an issue, as hashes. */
  const texts = new Set<number>();
  let duplicates = 0;
  let lot: Lot<Held> = createLot(sampleTickets, byRank);
  let others = openSpill();

  const put = ({ place, ticket }: Placed, issue: number, similarity: number, isNear: boolean): void => {
    const text = textRank(`${issue}\n${ticket.text}`);
    const isRepeated = isNear || texts.has(text);
    texts.add(text);
    if (isRepeated) duplicates++;
    issues[place] = issue;
    similarities[place] = similarity;
    // Of equal ones any may be the example, of those nearly alike the first.
    tally.add(issue, ticket, isNear ? undefined : similarity, isRepeated);
  };

  /** Groups a sample; what is in no group stays in none. */
  const group = async (held: readonly Held[], frozen: Frozen | undefined): Promise<Frozen> => {
    const boilerplate = frozen?.boilerplate ?? (await learnBoilerplate(textsOf(held), embedder));
    const own = await Promise.all(held.map((one) => withOwnWords(one, boilerplate, embedder)));
    // Where there are more than a sample, every problem has its like by the hundred, and a guess for each costs a tenth of the time.
    const isAll = !frozen && others.count === 0;
    const grouped = await groupTickets(
      own.map(({ ticket }) => ticket),
      isAll ? tools : { ...tools, articleGuess: undefined },
      own.map(({ parts }) => parts),
    );
    const { space, centres } = frozen ?? { space: grouped.space, centres: createCentres(grouped.space.dim) };
    const earlier = centres.count;
    const rows = space === grouped.space ? grouped.rows : rowsIn(space, own);
    const found = new Map<number, { issue: number; similarity: number }>();
    for (const cluster of grouped.clusters) {
      const added = centres.add(rows, cluster);
      const issue = earlier > 0 ? centres.near(added, earlier, EDGE) : added;
      for (const { ticket, similarity } of cluster) found.set(ticket, { issue, similarity });
    }
    own.forEach((one, position) => {
      const original = grouped.originalOf[position]!;
      const home = found.get(original);
      if (home) put(one, home.issue, home.similarity, original !== position);
      else if (original !== position) duplicates++;
    });
    return { boilerplate, space, centres };
  };

  /** Assigns the tickets beyond the sample; of those that fit nowhere the next sample is drawn. */
  const assign = async (waiting: Spill, { boilerplate, space, centres }: Frozen): Promise<void> => {
    const row = new Float32Array(space.dim);
    let looked = 0;
    for await (const batch of waiting.read()) {
      for (const { place, ticket, parts } of batch) {
        const own = await withOwnWords({ place, ticket, parts: unpackParts(parts) }, boilerplate, embedder);
        space.place(own.ticket, own.parts, row, 0);
        const { issue, similarity, fits } = centres.nearest(row, 0);
        if (fits) put(own, issue, similarity, false);
        else await hold(own);
      }
      looked += batch.length;
      progress?.(`assigning: ${looked} of ${waiting.count}`);
    }
  };

  const hold = async (one: Embedded): Promise<void> => {
    const left = lot.offer({ ...one, rank: textRank(said(one.ticket)) });
    if (left) await others.add({ place: left.place, ticket: left.ticket, parts: packParts(left.parts) });
  };

  return {
    add: (ticket, parts) => {
      const place = ids.push(ticket.id) - 1;
      issues.push(-1);
      similarities.push(0);
      print.add(said(ticket));
      return hold({ place, ticket, parts });
    },
    finish: async () => {
      let frozen: Frozen | undefined;
      for (let sample = 0; sample < MOST_SAMPLES && lot.entries.length > 0; sample++) {
        frozen = await group(lot.entries.toSorted(byDate), frozen);
        lot = createLot(sampleTickets, byRank);
        if (others.count === 0) break;
        const waiting = others;
        others = openSpill();
        await assign(waiting, frozen);
      }
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

/** All that is told of a ticket by itself. */
function said({ id, atMs, text, reply }: MinedTicket): string {
  return `${id}\n${atMs ?? ''}\n${text}\n${reply}`;
}

function byRank(a: Held, b: Held): number {
  return a.rank - b.rank || compared(a.ticket.id, b.ticket.id) || a.place - b.place;
}

/** The earlier one is the original, and a resend comes after; those without a date come first. */
function byDate(a: Held, b: Held): number {
  return (
    compared(a.ticket.atMs ?? -Infinity, b.ticket.atMs ?? -Infinity) ||
    compared(a.ticket.id, b.ticket.id) ||
    byRank(a, b)
  );
}

function compared<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textsOf(held: readonly Held[]): string[] {
  return held.map(({ ticket }) => ticket.text);
}

async function withOwnWords<One extends Embedded>(
  one: One,
  boilerplate: Boilerplate,
  embedder: Embedder,
): Promise<One> {
  const ticket = withoutBoilerplate(one.ticket, boilerplate);
  if (ticket === one.ticket) return one;
  const [parts = one.parts] = await partsOf([ticket], embedder);
  return { ...one, ticket, parts };
}

function rowsIn(space: RowSpace, held: readonly Held[]): Float32Array {
  const rows = new Float32Array(held.length * space.dim);
  held.forEach(({ ticket, parts }, position) => space.place(ticket, parts, rows, position * space.dim));
  return rows;
}
