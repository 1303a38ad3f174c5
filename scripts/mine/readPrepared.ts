import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { partsOf } from '../../src/core/mining/rowSpace.ts';
import type { Ticket } from '../../src/core/ticket/ticket.ts';
import { UsageError } from '../lib/commandLine.ts';
import { batchHash, type Checkpoint } from './checkpoint.ts';
import { joined, type NumberedTicket, type PreparedBatch } from './prepareBatch.ts';
import { preparerHere, preparerInThreads, type Preparer } from './preparer.ts';

export interface PrepareSetup {
  readonly slugs: ReadonlySet<string>;
  readonly embedder: Embedder;
  readonly modelFolder: string;
  readonly pseudonymKey: string;
  /** Threads that prepare; 0 prepares in this one. */
  readonly threads: number;
}

interface UnderWay {
  readonly prepared: Promise<PreparedBatch>;
  readonly hash: string;
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
  { slugs, embedder, modelFolder, pseudonymKey, threads }: PrepareSetup,
): AsyncGenerator<PreparedBatch> {
  const batches = batchesOf(numbered(tickets));
  let preparer: Preparer = preparerHere(slugs, embedder, pseudonymKey);
  const keep = async (waiting: UnderWay): Promise<PreparedBatch> => {
    const prepared = await waiting.prepared;
    await checkpoint.keep(prepared, waiting.hash);
    return prepared;
  };
  try {
    let read = 0;
    for await (const kept of checkpoint.kept) {
      const batch = await take(batches, kept.hash);
      const mined = kept.mined.map((ticket, place) => ({ ...ticket, person: batch[place]?.person }));
      yield { mined, parts: joined(await partsOf(mined, embedder)), redactions: kept.redactions };
    }
    const underWay: UnderWay[] = [];
    for await (const batch of batches) {
      if (threads > 0 && read < FEW_TICKETS && read + batch.length >= FEW_TICKETS)
        preparer = preparerInThreads({ modelFolder, slugs: [...slugs], pseudonymKey }, threads);
      read += batch.length;
      underWay.push({ prepared: preparer.prepare(batch), hash: hashOf(batch) });
      if (underWay.length < Math.max(1, threads * AHEAD)) continue;
      yield await keep(underWay.shift()!);
    }
    for (const waiting of underWay) yield await keep(waiting);
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

/** @throws UsageError if what is read is not what was kept */
async function take(batches: AsyncGenerator<NumberedTicket[]>, hash: string): Promise<NumberedTicket[]> {
  const next = await batches.next();
  if (next.done === true || hashOf(next.value) !== hash)
    throw new UsageError(
      'The tickets are not the ones that were being read, or come in another order. Run again without --resume.',
    );
  return next.value;
}

function hashOf(batch: readonly NumberedTicket[]): string {
  return batchHash(batch.map(({ ticket }) => ticket.id));
}
