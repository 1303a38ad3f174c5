/// <reference lib="webworker" />
// Searches off the main thread. The text comes in by message and goes nowhere: this file fetches, and never sends.
import { LANGUAGES } from '../core/article/language.ts';
import { findSecrets } from '../core/privacy/secrets.ts';
import type { Embedder } from '../core/retrieval/embedder.ts';
import {
  deserializeIndex,
  vectorCount,
  type KnowledgeIndex,
  type SerializedIndex,
} from '../core/retrieval/knowledgeIndex.ts';
import { manifestSchema, type Manifest } from '../core/retrieval/manifest.ts';
import { loadStaticModel } from '../core/retrieval/staticModel.ts';
import { suggestAgain } from '../core/retrieval/rerank.ts';
import type { SafetyRules } from '../core/retrieval/safety.ts';
import type { SentenceTransformer } from '../core/retrieval/sentenceTransformer.ts';
import { correctorFor } from '../core/retrieval/spelling.ts';
import { suggest } from '../core/retrieval/suggest.ts';
import { unpackVectors, type QuantizedVectors } from '../core/retrieval/vectors.ts';
import { fetchBytes, fetchJson } from './download.ts';
import { loadSafety } from './loadSafety.ts';
import type { WorkerRequest, WorkerResponse } from './protocol.ts';
import type * as RerankerBundle from './reranker.ts';

declare const self: DedicatedWorkerGlobalScope;

interface Knowledge {
  readonly manifest: Manifest;
  readonly safety: SafetyRules | undefined;
  indexes: readonly KnowledgeIndex[];
  embedder?: Embedder;
  /** Mends typing slips, once the model says which words there are. */
  correct?: (text: string) => string;
  reranker?: { readonly model: SentenceTransformer; readonly units: readonly QuantizedVectors[] };
}

type Query = Extract<WorkerRequest, { type: 'query' }>;

let latest = 0;
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
    const [safety, ...indexes] = await Promise.all([
      loadSafety(kb, manifest),
      ...files.map(async ({ index }) => (await fetchJson(`${kb}knowledge/${index}`)) as SerializedIndex),
    ]);
    const loaded: Knowledge = {
      manifest,
      safety,
      indexes: indexes.map((file) => deserializeIndex(file, undefined)),
    };
    knowledge = loaded;
    respond({ type: 'ready', mode: 'lexical' });
    await loadDense(kb, loaded, indexes, files);
    await loadReranker(kb, loaded, files);
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
      deserializeIndex(file, unpackVectors(vectors[i]!, vectorCount(file), named.dim)),
    );
    target.embedder = embedder;
    target.correct = correctorFor(target.indexes, embedder.words);
    respond({ type: 'ready', mode: 'dense' });
  } catch (error) {
    console.warn('Firstline answers by words alone:', error);
  }
}

/** Adds a second look by a transformer, where the site has one. Without it the first answer stands. */
async function loadReranker(
  kb: string,
  target: Knowledge,
  files: readonly { readonly rerankVectors?: string | undefined }[],
): Promise<void> {
  const { reranker: described } = target.manifest;
  if (!described || !target.embedder) return;
  try {
    // Not part of this file: whoever has no transformer on their site should not pay for one.
    const bundle = (await import(new URL('./reranker.js', import.meta.url).href)) as typeof RerankerBundle;
    const [model, ...vectors] = await Promise.all([
      bundle.loadReranker(kb, described),
      ...files.map(({ rerankVectors }) => fetchBytes(`${kb}knowledge/${rerankVectors}`)),
    ]);
    const units = target.indexes.map((index, i) =>
      unpackVectors(vectors[i]!, index.units.length, described.dim),
    );
    target.reranker = { model, units };
    respond({ type: 'ready', mode: 'reranked' });
  } catch (error) {
    console.warn('Firstline answers without its transformer:', error);
  }
}

async function answer(query: Query): Promise<void> {
  const { id, text, language } = query;
  latest = id;
  const secrets = findSecrets(text);
  if (secrets.length > 0) {
    respond({ type: 'blocked', id, secrets: [...new Set(secrets.map(({ kind }) => kind))] });
    return;
  }
  if (!knowledge) return;
  const { embedder, indexes, manifest, safety, correct } = knowledge;
  const mended = correct?.(text) ?? text;
  const [vector] = embedder ? await embedder.embed([mended]) : [];
  const suggestions = suggest(mended, vector, indexes, { language, ...manifest, safety });
  respond({ type: 'suggested', id, suggestions });
  if (vector) await answerAgain(query, vector, knowledge);
}

/** Sends a refined answer to a question that has had one, unless the person has typed on. */
async function answerAgain(
  { id, text, language }: Query,
  first: Float32Array,
  known: Knowledge,
): Promise<void> {
  const { reranker, indexes, manifest, safety } = known;
  if (!reranker) return;
  // Lets a newer question be heard first: the model blocks this thread while it thinks.
  await new Promise((resolve) => setTimeout(resolve));
  if (id !== latest) return;
  try {
    const [vector] = await reranker.model.embed([text], 'query');
    if (id !== latest) return;
    const opinion = { vector: vector!, units: reranker.units };
    const suggestions = suggestAgain(text, first, indexes, opinion, {
      language,
      ...manifest,
      safety,
    });
    respond({ type: 'suggested', id, suggestions });
  } catch (error) {
    delete known.reranker;
    console.warn('Firstline goes on without its transformer:', error);
  }
}
