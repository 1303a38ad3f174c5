import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Folder } from '../../src/core/retrieval/tuning/siteModel.ts';

/** A folder on disk. Files are written beside their old selves, and renamed when all are there. */
export function folderAt(folder: string): Folder {
  return {
    readFile: (name) => readFile(path.join(folder, name)),
    write: async (files) => {
      for (const [name, content] of files) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, `${name}.new`), content);
      }
      for (const name of files.keys())
        await rename(path.join(folder, `${name}.new`), path.join(folder, name));
    },
  };
}
