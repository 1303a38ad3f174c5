/// <reference lib="webworker" />
// A bundle of its own, which the worker asks for once it has answered without it: transformers.js and its runtime
// are 50 times its size.
import { AutoModel, AutoTokenizer, env, Tensor } from '@huggingface/transformers';
import type { Reranker } from '../core/retrieval/manifest.ts';
import { loadSentenceTransformer, type SentenceTransformer } from '../core/retrieval/sentenceTransformer.ts';

/**
 * Loads the site's transformer with transformers.js on WebAssembly. Every file comes from the knowledge base, or from
 * beside this script: nothing else is ever asked.
 * @param kb absolute address of the knowledge base, with a slash at the end
 * @throws Error if a file cannot be had, or the model is not the one the manifest describes
 */
export async function loadReranker(kb: string, described: Reranker): Promise<SentenceTransformer> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  // The browser's own cache does; this one would keep a model that was replaced.
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.fetch = (input: string | URL, init?: RequestInit) => {
    const url = new URL(input, kb);
    if (url.origin !== new URL(kb).origin) throw new Error(`${url.href} is not on this site.`);
    url.searchParams.set('v', described.id.split('@').at(-1)!);
    return fetch(url, { ...init, credentials: 'omit' });
  };
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error('transformers.js came without its WebAssembly runtime.');
  const runtime = (extension: string): string =>
    new URL(`./ort-wasm-simd-threaded.${extension}`, import.meta.url).href;
  wasm.wasmPaths = { mjs: runtime('mjs'), wasm: runtime('wasm') };
  // More threads need headers (COOP, COEP) that a plain static host does not send.
  wasm.numThreads = 1;
  // A path, since transformers.js takes addresses for remote; with its dot, since it takes `models/mine` for a hub's name.
  const folder = `./${described.path}`;
  const model = await loadSentenceTransformer({ AutoModel, AutoTokenizer, env, Tensor }, folder, described);
  if (model.dim !== described.dim) {
    throw new Error(
      `The index has ${described.dim} columns, the model ${described.id} ${model.dim}: build the site again.`,
    );
  }
  return model;
}
