import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { partsOf } from '../../src/core/mining/rowSpace.ts';
import type { Ticket } from '../../src/core/ticket/ticket.ts';
import type { Checkpoint } from './checkpoint.ts';
import { joined, type NumberedTicket, type PreparedBatch } from './prepareBatch.ts';
import { preparerHere, preparerInThreads, type Preparer } from './preparer.ts';

export interface PrepareSetup {
  readonly slugs: ReadonlySet<string>;
  readonly embedder: Embedder;
  readonly modelFolder: string;
  /** Threads that prepare; 0 prepares in this one. */
  readonly threads: number;
}

const TICKETS_A_BATCH = 200;
/** So few are prepared before a thread would have started. */
const FEW_TICKETS = 1_000;
/** Batches under way for each thread: one is worked on, others wait. */
const AHEAD = 3;

/** Prepares tickets as they come, in their order, and keeps what is prepared; what an earlier run kept is not prepared again. */
export async function* readPrepared(
  tickets: AsyncIterable<Ticket>,
  checkpoint: Checkpoint,
  { slugs, embedder, modelFolder, threads }: PrepareSetup,
): AsyncGenerator<PreparedBatch> {
  const batches = batchesOf(numbered(tickets));
  let preparer: Preparer = preparerHere(slugs, embedder);
  try {
    let read = 0;
    for await (const kept of checkpoint.kept) {
      const batch = await take(batches, kept.mined.length);
      const mined = kept.mined.map((ticket, place) => ({ ...ticket, person: batch[place]?.person }));
      yield { mined, parts: joined(await partsOf(mined, embedder)), redactions: kept.redactions };
    }
    const underWay: Promise<PreparedBatch>[] = [];
    for await (const batch of batches) {
      if (threads > 0 && read < FEW_TICKETS && read + batch.length >= FEW_TICKETS)
        preparer = preparerInThreads({ modelFolder, slugs: [...slugs] }, threads);
      read += batch.length;
      underWay.push(preparer.prepare(batch));
      if (underWay.length < Math.max(1, threads * AHEAD)) continue;
      const prepared = await underWay.shift()!;
      await checkpoint.keep(prepared);
      yield prepared;
    }
    for (const waiting of underWay) {
      const prepared = await waiting;
      await checkpoint.keep(prepared);
      yield prepared;
    }
  } finally {
    await preparer.close();
  }
}

/** Gives each requester a number in the place of what names them, by the order in which they turn up. */
async function* numbered(tickets: AsyncIterable<Ticket>): AsyncGenerator<NumberedTicket> {
  const numbers = new Map<string, number>();
  for await (const { requesterKey, ...ticket } of tickets) {
    if (requesterKey === undefined) yield { ticket, person: undefined };
    else {
      const person = numbers.get(requesterKey) ?? numbers.size;
      numbers.set(requesterKey, person);
      yield { ticket, person };
    }
  }
}

/** Batches are as an earlier run kept them as long as all are of one size. */
async function* batchesOf(tickets: AsyncIterable<NumberedTicket>): AsyncGenerator<NumberedTicket[]> {
  let batch: NumberedTicket[] = [];
  for await (const ticket of tickets) {
    batch.push(ticket);
    if (batch.length < TICKETS_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function take(batches: AsyncGenerator<NumberedTicket[]>, tickets: number): Promise<NumberedTicket[]> {
  const next = await batches.next();
  if (next.done === true || next.value.length !== tickets)
    throw new Error('The export is not the one that was being read. Run again without --resume.');
  return next.value;
}
