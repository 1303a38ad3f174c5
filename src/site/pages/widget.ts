import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { configuredTransformer } from '../transformer.ts';
import { bundled, FIRST, OTHERS } from '../widgetBundles.ts';

/** transformers.js and its runtime: only where a transformer is configured and works. */
const RERANKER = { 'reranker.js': 'src/widget/reranker.ts' } as const;
const RUNTIME = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'] as const;

type Source = { readonly entry: string } | { readonly runtime: string };

export async function getStaticPaths() {
  const reranks = (await configuredTransformer()) !== undefined;
  const bundles = { ...FIRST, ...OTHERS, ...(reranks ? RERANKER : {}) };
  return [
    ...Object.entries(bundles).map(([file, entry]) => ({ params: { file }, props: { entry } })),
    ...(reranks ? RUNTIME : []).map((file) => ({ params: { file }, props: { runtime: file } })),
  ];
}

/**
 * The widget the way every site loads it: plain modules at addresses that stay, without Astro around them. Bundled here, so
 * that the development server and the build serve the same files. The first one loads the others, and holds what they must
 * hash to: whoever pins it by its `integrity` has pinned them all.
 */
export const GET: APIRoute<Source> = async ({ props }) =>
  'entry' in props
    ? answer(await bundled(props.entry), 'text/javascript; charset=utf-8')
    : answer(
        await readFile(runtimePath(props.runtime)),
        props.runtime.endsWith('.wasm') ? 'application/wasm' : 'text/javascript; charset=utf-8',
      );

function answer(content: Uint8Array, type: string): Response {
  return new Response(content as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': type } });
}

/** The runtime that transformers.js itself was made for, wherever npm has put it. */
function runtimePath(file: string): string {
  const require = createRequire(path.resolve('node_modules/@huggingface/transformers/package.json'));
  return require.resolve(`onnxruntime-web/${file}`);
}
