import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { prepareBatch, type NumberedTicket, type PreparedBatch } from './prepareBatch.ts';
import type { WorkerSetup } from './prepareWorker.ts';

/** Prepares batches of tickets, beside one another if there are threads. */
export interface Preparer {
  prepare(batch: readonly NumberedTicket[]): Promise<PreparedBatch>;
  close(): Promise<void>;
}

/** In this thread: a thread more costs half a second before it does anything. */
export function preparerHere(slugs: ReadonlySet<string>, embedder: Embedder, pseudonymKey: string): Preparer {
  return {
    prepare: (batch) => prepareBatch(batch, slugs, embedder, undefined, pseudonymKey),
    close: () => Promise.resolve(),
  };
}

interface Waiting {
  readonly resolve: (prepared: PreparedBatch) => void;
  readonly reject: (error: unknown) => void;
}

/** In so many threads of their own. A thread that dies fails all that wait for it. */
export function preparerInThreads(setup: WorkerSetup, threads: number): Preparer {
  const workers = Array.from({ length: threads }, () => {
    const waiting = new Map<number, Waiting>();
    const worker = new Worker(path.join(import.meta.dirname, 'prepareWorker.ts'), { workerData: setup });
    worker.on('message', ({ number, prepared }: { number: number; prepared: PreparedBatch }) => {
      waiting.get(number)?.resolve(prepared);
      waiting.delete(number);
    });
    const fail = (error: unknown): void => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', fail).on('messageerror', fail);
    return { worker, waiting };
  });
  let next = 0;
  return {
    prepare: (batch) => {
      const { worker, waiting } = workers.toSorted((a, b) => a.waiting.size - b.waiting.size)[0]!;
      const number = next++;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        worker.postMessage({ number, batch });
      });
    },
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}
