import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OpenBytes } from '../../src/core/ticket/encoding.ts';

/** One file of an input, or what is piped in. */
export interface InputFile {
  /** Relative to the input where that is a folder, else without its folder; `-` for what is piped in. */
  readonly name: string;
  readonly open: OpenBytes;
  /** Whether it can be opened once only. */
  readonly isPipe: boolean;
}

const CHUNK_BYTES = 1 << 18;

/**
 * The files that an input stands for: itself, what is piped in (`-`), or all files of a folder and the folders in it, by
 * name, without hidden ones.
 * @param pipe what is piped in, if not by the shell
 */
export async function inputFiles(input: string, pipe?: AsyncIterable<Uint8Array>): Promise<InputFile[]> {
  if (input === '-') return [{ name: '-', open: () => pipe ?? process.stdin, isPipe: true }];
  if (!(await stat(input)).isDirectory()) return [fileAt(input, path.basename(input))];
  const entries = await readdir(input, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(input, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(path.sep).some((segment) => segment.startsWith('.')));
  // By characters, not by the place's language: the same order everywhere.
  return names.sort((a, b) => (a < b ? -1 : 1)).map((name) => fileAt(path.join(input, name), name));
}

function fileAt(file: string, name: string): InputFile {
  return { name, open: () => createReadStream(file, { highWaterMark: CHUNK_BYTES }), isPipe: false };
}
