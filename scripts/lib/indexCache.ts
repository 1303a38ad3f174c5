import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import {
  deserializeIndex,
  serializeIndex,
  vectorCount,
  vectorsOf,
  type KnowledgeIndex,
  type SerializedIndex,
} from '../../src/core/retrieval/knowledgeIndex.ts';
import { packVectors, unpackVectors } from '../../src/core/retrieval/vectors.ts';
import { CACHE } from './paths.ts';

/** The file of an edition: one of each is kept, that of the last content. */
interface Kept {
  readonly basis: string;
  /** The folder below `.cache/models` that holds their model. */
  readonly model: string;
  readonly indexes: readonly { readonly index: SerializedIndex; readonly vectors: Uint8Array }[];
}

export interface RememberedIndexes {
  readonly model: string;
  readonly indexes: readonly KnowledgeIndex[];
}

/** Indexes made before from the same basis; undefined if there are none, or none that can be read. */
export async function recallIndexes(name: string, basis: string): Promise<RememberedIndexes | undefined> {
  try {
    const kept = deserialize(await readFile(fileOf(name))) as Kept;
    if (kept.basis !== basis) return undefined;
    const indexes = kept.indexes.map(({ index, vectors }) =>
      deserializeIndex(index, unpackVectors(vectors, vectorCount(index), index.embedder.dim)),
    );
    return { model: kept.model, indexes };
  } catch {
    // None yet, or a damaged one: they are made again.
    return undefined;
  }
}

/** Keeps indexes for the next time. Where nothing can be written, that costs time and not the answer. */
export async function rememberIndexes(
  name: string,
  basis: string,
  { model, indexes }: RememberedIndexes,
  embedder: Pick<Embedder, 'id' | 'dim'>,
): Promise<void> {
  const kept: Kept = {
    basis,
    model,
    indexes: indexes.map((index) => ({
      index: serializeIndex(index, embedder),
      vectors: packVectors(vectorsOf(index)),
    })),
  };
  const draft = `${fileOf(name)}.${process.pid}`;
  try {
    await mkdir(path.dirname(draft), { recursive: true });
    await writeFile(draft, serialize(kept));
    await rename(draft, fileOf(name));
  } catch {
    return;
  }
}

function fileOf(name: string): string {
  return path.join(CACHE, 'knowledge', `${name}.bin`);
}
