import type { ReadFile } from '../modelConfig.ts';

/** A folder of files; where it is, is its owner's business. */
export interface Folder {
  readonly readFile: ReadFile;
  /** Writes all files, or leaves the folder as it was. */
  readonly write: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
}

/** What a folder needs of `node:fs/promises`. */
export interface FileSystem {
  readonly readFile: (file: string) => Promise<Uint8Array>;
  readonly writeFile: (file: string, content: Uint8Array) => Promise<void>;
  readonly mkdir: (folder: string, options: { readonly recursive: true }) => Promise<unknown>;
  readonly rename: (from: string, to: string) => Promise<void>;
}

/** A folder on disk. Files are written beside their old selves, and renamed when all are there. */
export function folderIn(files: FileSystem, folder: string): Folder {
  const at = (name: string): string => `${folder}/${name}`;
  return {
    readFile: (name) => files.readFile(at(name)),
    write: async (contents) => {
      for (const [name, content] of contents) {
        await files.mkdir(at(name).replace(/\/[^/]*$/, ''), { recursive: true });
        await files.writeFile(at(`${name}.new`), content);
      }
      for (const name of contents.keys()) await files.rename(at(`${name}.new`), at(name));
    },
  };
}
