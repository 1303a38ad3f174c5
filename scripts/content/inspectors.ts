import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { NumberedResult, Shared } from './takeFiles.ts';

/** A thread is worth its start (about 0.3 s) only for so many files. */
const FILES_A_THREAD = 40;

/** Threads that look at files beside the main one. */
export interface Inspectors {
  /** Lets as many threads as are worth it take files from the counter, until none is left. */
  readonly share: (shared: Shared) => Promise<readonly NumberedResult[]>;
}

/**
 * Gets threads ready.
 * @param early how many to start at once: what a thread loads takes it as long as it takes the main one, so that where
 * much is to be done they had better load at the same time
 */
export function openInspectors(early: number): Inspectors {
  const most = availableParallelism() - 1;
  const waiting = Array.from({ length: Math.min(early, most) }, start);
  return {
    async share(shared) {
      const wanted = Math.min(most, Math.ceil(shared.files.length / FILES_A_THREAD) - 1);
      while (waiting.length < wanted) waiting.push(start());
      const working = waiting.splice(0, Math.max(wanted, 0));
      const idle = waiting.splice(0);
      for (const worker of idle) void worker.terminate();
      return (await Promise.all(working.map((worker) => inWorker(worker, shared)))).flat();
    },
  };
}

function start(): Worker {
  const worker = new Worker(new URL('./inspectWorker.ts', import.meta.url));
  // One that is not needed after all must not keep the command from ending.
  worker.unref();
  return worker;
}

async function inWorker(worker: Worker, shared: Shared): Promise<readonly NumberedResult[]> {
  worker.ref();
  worker.postMessage(shared);
  const [results] = (await once(worker, 'message')) as [readonly NumberedResult[]];
  worker.unref();
  return results;
}
