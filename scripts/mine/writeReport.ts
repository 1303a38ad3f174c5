import { renameSync, rmSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../lib/commandLine.ts';

/** Makes sure of a folder that can be written to, before any work. @throws UsageError if there cannot be one. */
export async function checkFolder(folder: string): Promise<void> {
  const probe = path.join(folder, `.firstline-${process.pid}`);
  try {
    await makeFolder(path.resolve(folder));
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new UsageError(`Cannot write to ${folder} (${reasonOf(error)}).`, { cause: error });
  }
}

/** Level by level: Node's own recursive mkdir never returns where the system takes no folders, as under /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (path.dirname(folder) !== folder) await makeFolder(path.dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else may have made it in between; a file of that name stays an error.
    if (error.code !== 'EEXIST' || found) throw error;
  });
}

/** @throws UsageError unless there is a file or a folder that can be read; `-` is what is piped in. */
export async function checkInput(file: string): Promise<void> {
  if (file === '-') return;
  await stat(file).catch((error: unknown) => {
    throw new UsageError(`Cannot read ${file} (${reasonOf(error)}).`, { cause: error });
  });
}

/**
 * Writes files beside their places and renames them all once they are whole, in one go that nothing comes between, so that
 * a run that is cut off leaves those of before.
 * @param files texts, or their pieces; undefined for one of before that is no more
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Iterable<string> | undefined>>,
): Promise<void> {
  const entries = Object.entries(files).map(([name, text]) => {
    const target = path.join(folder, name);
    return { target, beside: `${target}.${process.pid}.tmp`, text };
  });
  try {
    for (const { beside, text } of entries) if (text !== undefined) await writeFile(beside, text);
    for (const { beside, target, text } of entries) {
      if (text === undefined) rmSync(target, { force: true });
      else renameSync(beside, target);
    }
  } finally {
    await Promise.all(entries.map(({ beside }) => rm(beside, { force: true })));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    { ENOENT: 'not there', EACCES: 'no permission', ENOTDIR: 'not a folder', EEXIST: 'a file is there' }[
      code
    ] ?? code
  );
}
