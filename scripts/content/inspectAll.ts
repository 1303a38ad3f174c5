import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { inspect, type ContentFile, type Inspected } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';

/** What a worker thread is given: all files, and a counter by which the threads take one after the other. */
export interface Shared {
  readonly files: readonly ContentFile[];
  readonly settings: LintSettings;
  readonly next: Int32Array;
}

export type NumberedResult = readonly [place: number, inspected: Inspected];

/** A thread is worth its start (about 0.2 s) only for so many files. */
const FILES_A_THREAD = 40;

/** Inspects every file, on as many cores as there are; the results are in the order of the files. */
export async function inspectAll(
  files: readonly ContentFile[],
  settings: LintSettings,
): Promise<readonly Inspected[]> {
  const shared: Shared = { files, settings, next: new Int32Array(new SharedArrayBuffer(4)) };
  const helpers = Math.min(availableParallelism(), Math.ceil(files.length / FILES_A_THREAD)) - 1;
  const others = Array.from({ length: Math.max(helpers, 0) }, () => inWorker(shared));
  const own = takeFiles(shared);
  const all = [own, ...(await Promise.all(others))].flat();
  return all.toSorted(([a], [b]) => a - b).map(([, inspected]) => inspected);
}

/** Inspects files until the threads together have taken all. */
export function takeFiles({ files, settings, next }: Shared): NumberedResult[] {
  const results: NumberedResult[] = [];
  for (let place = Atomics.add(next, 0, 1); place < files.length; place = Atomics.add(next, 0, 1))
    results.push([place, inspect(files[place]!, settings)]);
  return results;
}

async function inWorker(shared: Shared): Promise<readonly NumberedResult[]> {
  const worker = new Worker(new URL('./inspectWorker.ts', import.meta.url), { workerData: shared });
  const [results] = (await once(worker, 'message')) as [readonly NumberedResult[]];
  return results;
}
