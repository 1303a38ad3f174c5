import type { MinedTicket } from './minedTicket.ts';

/** A ticket and its place in the export. */
export interface Placed {
  readonly place: number;
  readonly ticket: MinedTicket;
}

/** Keeps tickets that are more than memory should hold, and gives them back in batches, in order, as often as asked. */
export interface Spill {
  readonly count: number;
  add(tickets: Placed): Promise<void>;
  read(): AsyncIterable<readonly Placed[]>;
}

const BATCH = 500;

/** In memory all the same: for exports that are there at once. */
export function memorySpill(): Spill {
  const kept: Placed[] = [];
  return {
    get count() {
      return kept.length;
    },
    add: (placed) => {
      kept.push(placed);
      return Promise.resolve();
    },
    read: async function* () {
      for (let from = 0; from < kept.length; from += BATCH)
        yield await Promise.resolve(kept.slice(from, from + BATCH));
    },
  };
}
