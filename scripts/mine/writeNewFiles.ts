import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../lib/commandLine.ts';

/**
 * Writes files that must not be there yet: all of them, or none.
 * @throws UsageError if one is there, which is left as it is
 */
export async function writeNewFiles(
  files: readonly { readonly file: string; readonly text: string }[],
): Promise<void> {
  const written: string[] = [];
  try {
    for (const { file, text } of files) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
      written.push(file);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new UsageError('An article of that name was made meanwhile. Choose another name with --slug.', {
        cause: error,
      });
    throw error;
  }
}
