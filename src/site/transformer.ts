import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../config.ts';
import {
  openTransformer,
  type OpenTransformer,
  type TransformerEffects,
} from '../core/retrieval/openTransformer.ts';
import { importTransformers } from './model.ts';

const effects: TransformerEffects = {
  importTransformers,
  read: (file) =>
    readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }),
  write: async (file, content) => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new`, content);
    await rename(`${file}.new`, file);
  },
  download: async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  absolute: (folder) => path.resolve(folder),
  say: (line) => console.warn(line),
};

let opened: Promise<OpenTransformer | undefined> | undefined;

/** The transformer that src/config.ts names; undefined if it names none, or if that one cannot be had. */
export function configuredTransformer(): Promise<OpenTransformer | undefined> {
  const { embedder } = config;
  // Asked for by several endpoints, opened once: it takes seconds.
  opened ??= embedder.kind === 'static' ? Promise.resolve(undefined) : openTransformer(embedder, effects);
  return opened;
}
