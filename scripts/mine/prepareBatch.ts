import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { prepareTicket, type MinedTicket } from '../../src/core/mining/minedTicket.ts';
import { partsOf } from '../../src/core/mining/rowSpace.ts';
import type { Ticket } from '../../src/core/ticket/ticket.ts';

/** A ticket with a number for its requester instead of what names them. */
export interface NumberedTicket {
  readonly ticket: Omit<Ticket, 'requesterKey'>;
  readonly person: number | undefined;
}

export interface PreparedBatch {
  readonly mined: readonly MinedTicket[];
  /** The parts of all tickets behind one another. */
  readonly parts: Float32Array<ArrayBuffer>;
  readonly redactions: Readonly<Record<string, number>>;
}

/**
 * All that is done to each ticket by itself: redaction, language, problem text, vectors.
 * @param answers remembered from batch to batch, see `prepareTicket`
 * @param pseudonymKey see `prepareTicket`
 */
export async function prepareBatch(
  batch: readonly NumberedTicket[],
  knownSlugs: ReadonlySet<string>,
  embedder: Embedder,
  answers?: Parameters<typeof prepareTicket>[3],
  pseudonymKey?: string,
): Promise<PreparedBatch> {
  const redactions: Record<string, number> = {};
  const mined = batch.map(({ ticket, person }) => {
    const prepared = prepareTicket(ticket, knownSlugs, person, answers, pseudonymKey);
    for (const [kind, count] of Object.entries(prepared.redactions))
      redactions[kind] = (redactions[kind] ?? 0) + count;
    return prepared.mined;
  });
  return { mined, parts: joined(await partsOf(mined, embedder)), redactions };
}

/** Vectors behind one another. */
export function joined(vectors: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const length = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * length);
  vectors.forEach((vector, place) => all.set(vector, place * length));
  return all;
}
