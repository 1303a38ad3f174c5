import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { MinedTicket } from '../../src/core/mining/minedTicket.ts';
import type { PreparedBatch } from './prepareBatch.ts';
import { makeFolder } from './writeReport.ts';

/** What is kept of tickets that are prepared: all of it redacted, and no requester. */
export type KeptBatch = Pick<PreparedBatch, 'redactions'> & {
  readonly mined: readonly Omit<MinedTicket, 'person'>[];
  /** Of the ids of the tickets as the export has them, see `batchHash`. */
  readonly hash: string;
};

/** The tickets prepared so far, beside the report, so that a run that was cut off need not begin again. */
export interface Checkpoint {
  /** Batches that an earlier run kept, in order. */
  readonly kept: AsyncIterable<KeptBatch>;
  keep(batch: PreparedBatch, hash: string): Promise<void>;
  /** Forgets all of it: the report is written. */
  clear(): Promise<void>;
}

/** Goes up when what is kept is made in another way. */
const VERSION = 3;
/** Small exports are read again sooner than kept. */
const TICKETS_A_PART = 5_000;

/**
 * @param folder is made when there is something to keep
 * @param run what the run reads and how: another one's batches are not taken
 * @param isResumed whether to take up what is there
 */
export async function openCheckpoint(folder: string, run: unknown, isResumed: boolean): Promise<Checkpoint> {
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, run]))
    .digest('hex')
    .slice(0, 16);
  const name = (part: number): string => path.join(folder, `${key}-${String(part).padStart(6, '0')}.bin`);
  if (!isResumed) await rm(folder, { recursive: true, force: true });
  let parts = await countParts(folder, key);
  const earlier = parts;
  let waiting: KeptBatch[] = [];
  let tickets = 0;
  return {
    kept: (async function* () {
      for (let part = 0; part < earlier; part++) {
        for (const batch of deserialize(await readFile(name(part))) as KeptBatch[]) yield batch;
      }
    })(),
    keep: async ({ mined, redactions }, hash) => {
      waiting.push({ mined: mined.map(({ person: _, ...ticket }) => ticket), redactions, hash });
      tickets += mined.length;
      if (tickets < TICKETS_A_PART) return;
      await makeFolder(folder);
      // Beside its place first: a part that is there is whole.
      await writeFile(`${name(parts)}.tmp`, serialize(waiting));
      await rename(`${name(parts)}.tmp`, name(parts));
      parts++;
      waiting = [];
      tickets = 0;
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Tells whether a batch is the one that was kept: the same tickets in the same order. */
export function batchHash(ids: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(ids)).digest('base64url').slice(0, 16);
}

async function countParts(folder: string, key: string): Promise<number> {
  const files = new Set(await readdir(folder).catch(() => []));
  let parts = 0;
  while (files.has(`${key}-${String(parts).padStart(6, '0')}.bin`)) parts++;
  return parts;
}

/** What tells whether an input is still the same: names, sizes and times of its files; nothing of a pipe. */
export async function inputState(input: string): Promise<unknown> {
  if (input === '-') return '-';
  const state = async (file: string): Promise<unknown> => {
    const { size, mtimeMs } = await stat(file);
    return [file, size, Math.round(mtimeMs)];
  };
  if (!(await stat(input)).isDirectory()) return [await state(input)];
  const names = (await readdir(input, { recursive: true })).sort();
  return Promise.all(names.map((name) => state(path.join(input, name))));
}
