import { dequantize, quantize } from '../retrieval/vectors.ts';
import type { MinedTicket } from './minedTicket.ts';
import type { Parts } from './rowSpace.ts';

/** A ticket and its place in the export. */
export interface Placed {
  readonly place: number;
  readonly ticket: MinedTicket;
}

/** What is kept of a ticket that waits. */
export interface Waiting extends Placed {
  readonly parts: PackedParts;
}

/** Vectors at a byte a column: so they fit on disk, and to read them costs less than to embed the ticket again. */
export interface PackedParts {
  readonly scale: number;
  readonly bytes: Int8Array;
}

/** Keeps tickets that are more than memory should hold, and gives them back in batches, in order, as often as asked. */
export interface Spill {
  readonly count: number;
  add(ticket: Waiting): Promise<void>;
  read(): AsyncIterable<readonly Waiting[]>;
}

export function packParts(parts: Parts): PackedParts {
  const { scales, bytes } = quantize([parts], parts.length);
  return { scale: scales[0]!, bytes };
}

export function unpackParts({ scale, bytes }: PackedParts): Parts {
  return dequantize({ dim: bytes.length, scales: Float32Array.of(scale), bytes });
}

const BATCH = 500;

/** In memory all the same: for exports that are there at once. */
export function memorySpill(): Spill {
  const kept: Waiting[] = [];
  return {
    get count() {
      return kept.length;
    },
    add: (waiting) => {
      kept.push(waiting);
      return Promise.resolve();
    },
    read: async function* () {
      for (let from = 0; from < kept.length; from += BATCH)
        yield await Promise.resolve(kept.slice(from, from + BATCH));
    },
  };
}
