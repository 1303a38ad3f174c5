import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { preferTransformers, type StaticModelSource } from '../../src/core/retrieval/staticTransformers.ts';
import type { Transformers } from '../../src/core/retrieval/transformers.ts';

/** The static model of a folder by transformers.js; by its table, and one line on stderr, where that does not run. */
export function loadThroughTransformers(folder: string): Promise<Embedder> {
  return preferTransformers(sourceOf(folder), importTransformers, (line) => console.error(line));
}

/** transformers.js for Node, loaded when it is first needed: it brings a native runtime. */
export function importTransformers(): Promise<Transformers> {
  return import('@huggingface/transformers');
}

export function sourceOf(folder: string): StaticModelSource {
  return { folder: path.resolve(folder), readFile: (name) => readFile(path.join(folder, name)) };
}
