import * as files from 'node:fs/promises';
import { folderIn, type Folder } from '../../src/core/retrieval/tuning/folder.ts';

/** A folder on this disk. */
export function folderAt(folder: string): Folder {
  return folderIn(files, folder);
}
