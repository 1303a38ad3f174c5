import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AdamState } from '../../src/core/retrieval/training/adam.ts';
import type { Matrix } from '../../src/core/retrieval/training/matrix.ts';

/** Where a training stands: enough to go on as if it had never stopped. */
export interface Checkpoint {
  readonly step: number;
  readonly table: Matrix;
  readonly adam: AdamState;
}

const NAME = 'checkpoint';

/** Saves a checkpoint in one file, beside the last one until it is whole. */
export async function saveCheckpoint(folder: string, { step, table, adam }: Checkpoint): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { rows, dim } = table;
  const header = Buffer.from(Float64Array.of(step, rows, dim, adam.updates).buffer);
  const parts = [table.values, adam.first, adam.second].map((values) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  const file = path.join(folder, NAME);
  await writeFile(`${file}.new`, Buffer.concat([header, ...parts]));
  await rename(`${file}.new`, file);
}

/** The last checkpoint of the folder, or undefined if there is none of this shape. */
export async function loadCheckpoint(
  folder: string,
  rows: number,
  dim: number,
): Promise<Checkpoint | undefined> {
  const bytes = await readFile(path.join(folder, NAME)).catch(() => undefined);
  if (!bytes || bytes.length !== 32 + 3 * rows * dim * 4) return undefined;
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [step, savedRows, savedDim, updates] = new Float64Array(copy, 0, 4);
  if (savedRows !== rows || savedDim !== dim) return undefined;
  const [values, first, second] = [0, 1, 2].map(
    (i) => new Float32Array(copy, 32 + i * rows * dim * 4, rows * dim),
  );
  return {
    step: step!,
    table: { rows, dim, values: values! },
    adam: { first: first!, second: second!, updates: updates! },
  };
}
