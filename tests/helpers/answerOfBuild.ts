import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { importTransformers } from '../../scripts/lib/transformersEmbedder.ts';
import {
  deserializeIndex,
  vectorCount,
  type SerializedIndex,
} from '../../src/core/retrieval/knowledgeIndex.ts';
import { manifestSchema } from '../../src/core/retrieval/manifest.ts';
import { suggestAgain } from '../../src/core/retrieval/rerank.ts';
import { loadSentenceTransformer } from '../../src/core/retrieval/sentenceTransformer.ts';
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import type { Suggestion } from '../../src/core/retrieval/suggest.ts';
import { unpackVectors } from '../../src/core/retrieval/vectors.ts';

/**
 * What a built site with a transformer must suggest to an English reader, worked out in Node from its own files.
 * @param model the transformer's folder
 */
export async function answerOfBuild(dist: string, model: string, text: string): Promise<Suggestion[]> {
  const read = (name: string): Promise<Buffer> => readFile(path.join(dist, name));
  const json = async (name: string): Promise<unknown> => JSON.parse((await read(name)).toString());
  const manifest = manifestSchema.parse(await json('knowledge/public.json'));
  const { embedder, reranker } = manifest;
  const loaded = await Promise.all(
    Object.values(manifest.languages).map(async ({ index, vectors, rerankVectors }) => {
      const file = (await json(`knowledge/${index}`)) as SerializedIndex;
      const unpack = async (name: string, count: number, dim: number) =>
        unpackVectors(await read(`knowledge/${name}`), count, dim);
      return {
        index: deserializeIndex(file, await unpack(vectors, vectorCount(file), embedder.dim)),
        units: await unpack(rerankVectors!, file.units.length, reranker!.dim),
      };
    }),
  );
  const first = await loadStaticModel((name) => read(embedder.path + name));
  const second = await loadSentenceTransformer(await importTransformers(), model, reranker!);
  const [[vector], [again]] = await Promise.all([first.embed([text]), second.embed([text], 'query')]);
  const opinion = { vector: again!, units: loaded.map(({ units }) => units) };
  const indexes = loaded.map(({ index }) => index);
  return suggestAgain(text, vector!, indexes, opinion, { language: 'en', ...manifest });
}
