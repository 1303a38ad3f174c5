import { parentPort, workerData } from 'node:worker_threads';
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareBatch, type NumberedTicket } from './prepareBatch.ts';

/** What a preparing thread is started with. */
export interface WorkerSetup {
  readonly modelFolder: string;
  readonly slugs: readonly string[];
  readonly pseudonymKey: string;
}

const setup = workerData as WorkerSetup;
const embedder = await loadStaticModel((file) => readFile(path.join(setup.modelFolder, file)));
const slugs = new Set(setup.slugs);
const answers: Parameters<typeof prepareBatch>[3] = new Map();

parentPort?.on('message', ({ number, batch }: { number: number; batch: readonly NumberedTicket[] }) => {
  void prepareBatch(batch, slugs, embedder, answers, setup.pseudonymKey).then((prepared) =>
    parentPort?.postMessage({ number, prepared }, [prepared.parts.buffer]),
  );
});
