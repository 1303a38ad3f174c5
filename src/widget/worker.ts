/// <reference lib="webworker" />
// Searches off the main thread. The text comes in by message and goes nowhere: this file fetches, and never sends.
import { LANGUAGES } from '../core/article/language.ts';
import { findSecrets } from '../core/privacy/secrets.ts';
import type { Embedder } from '../core/retrieval/embedder.ts';
import {
  deserializeIndex,
  type KnowledgeIndex,
  type SerializedIndex,
} from '../core/retrieval/knowledgeIndex.ts';
import { manifestSchema, type Manifest } from '../core/retrieval/manifest.ts';
import { loadStaticModel } from '../core/retrieval/staticModel.ts';
import { suggest } from '../core/retrieval/suggest.ts';
import { unpackVectors } from '../core/retrieval/vectors.ts';
import type { WorkerRequest, WorkerResponse } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

interface Knowledge {
  readonly manifest: Manifest;
  indexes: readonly KnowledgeIndex[];
  embedder?: Embedder;
}

let knowledge: Knowledge | undefined;

const respond = (response: WorkerResponse): void => self.postMessage(response);

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.type === 'load') void load(data.kb);
  else void answer(data);
});

async function load(kb: string): Promise<void> {
  try {
    const manifest = manifestSchema.parse(await fetchJson(`${kb}knowledge/public.json`));
    const files = LANGUAGES.flatMap((language) => manifest.languages[language] ?? []);
    const indexes = await Promise.all(
      files.map(async ({ index }) => (await fetchJson(`${kb}knowledge/${index}`)) as SerializedIndex),
    );
    const loaded: Knowledge = { manifest, indexes: indexes.map((file) => deserializeIndex(file, undefined)) };
    knowledge = loaded;
    respond({ type: 'ready', mode: 'lexical' });
    await loadDense(kb, loaded, indexes, files);
  } catch (error) {
    respond({ type: 'failed', reason: String(error) });
  }
}

/** Adds meaning to words. If the model or its vectors cannot be had, words go on answering alone. */
async function loadDense(
  kb: string,
  target: Knowledge,
  serialized: readonly SerializedIndex[],
  files: readonly { readonly vectors: string }[],
): Promise<void> {
  const { embedder: named } = target.manifest;
  try {
    const [embedder, ...vectors] = await Promise.all([
      loadStaticModel((name) => fetchBytes(kb + named.path + name)),
      ...files.map(({ vectors: name }) => fetchBytes(`${kb}knowledge/${name}`)),
    ]);
    if (embedder.id !== named.id) {
      throw new Error(
        `The index was made by ${named.id}, the model is ${embedder.id}: build the site again.`,
      );
    }
    target.indexes = serialized.map((file, i) =>
      deserializeIndex(file, unpackVectors(vectors[i]!, file.units.length, named.dim)),
    );
    target.embedder = embedder;
    respond({ type: 'ready', mode: 'dense' });
  } catch (error) {
    console.warn('Firstline answers by words alone:', error);
  }
}

async function answer({ id, text, language }: Extract<WorkerRequest, { type: 'query' }>): Promise<void> {
  const secrets = findSecrets(text);
  if (secrets.length > 0) {
    respond({ type: 'blocked', id, secrets: [...new Set(secrets.map(({ kind }) => kind))] });
    return;
  }
  if (!knowledge) return;
  const { embedder, indexes, manifest } = knowledge;
  const [vector] = embedder ? await embedder.embed([text]) : [];
  respond({ type: 'suggested', id, suggestions: suggest(text, vector, indexes, { language, ...manifest }) });
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

const fetchJson = async (url: string): Promise<unknown> => (await fetchOk(url)).json();
const fetchBytes = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetchOk(url)).arrayBuffer());
