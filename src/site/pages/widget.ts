import type { APIRoute } from 'astro';
import { build, type BuildOptions } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { integrityOf } from '../../core/deflection/snippet.ts';
import { configuredTransformer } from '../transformer.ts';

/**
 * The widget the way every site loads it: plain modules at addresses that stay, without Astro around them. Bundled here, so
 * that the development server and the build serve the same files. The first one loads the others, and holds what they must
 * hash to: whoever pins it by its `integrity` has pinned them all.
 */
const FIRST = { 'firstline.js': 'src/widget/firstline.ts' } as const;
const OTHERS = {
  'guard.js': 'src/widget/guard.ts',
  'worker.js': 'src/widget/worker.ts',
  'inpage.js': 'src/widget/inPage.ts',
  'form.js': 'src/widget/form.ts',
} as const;

/** transformers.js and its runtime: only where a transformer is configured and works. */
const RERANKER = { 'reranker.js': 'src/widget/reranker.ts' } as const;
const RUNTIME = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'] as const;

const OPTIONS: BuildOptions = {
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  // Word lists in Chinese and Japanese would grow by escapes.
  charset: 'utf8',
  // transformers.js asks for the runtime with WebGPU, twice as large; and the runtime is a file of its own, not inlined.
  alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' },
  conditions: ['onnxruntime-web-use-extern-wasm'],
};

type Source = { readonly entry: string } | { readonly runtime: string };

export async function getStaticPaths() {
  const reranks = (await configuredTransformer()) !== undefined;
  const bundles = { ...FIRST, ...OTHERS, ...(reranks ? RERANKER : {}) };
  return [
    ...Object.entries(bundles).map(([file, entry]) => ({ params: { file }, props: { entry } })),
    ...(reranks ? RUNTIME : []).map((file) => ({ params: { file }, props: { runtime: file } })),
  ];
}

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

async function bundled(entry: string): Promise<Uint8Array> {
  const define = entry === FIRST['firstline.js'] ? { FIRSTLINE_BUNDLES: await integrities() } : {};
  const { outputFiles } = await build({ ...OPTIONS, define, entryPoints: [path.resolve(entry)] });
  return outputFiles![0]!.contents;
}

/** What each of the other files hashes to, as an `integrity` attribute says it. */
async function integrities(): Promise<string> {
  const hashed = Object.entries(OTHERS).map(
    async ([name, entry]) => [name, integrityOf(await bundled(entry))] as const,
  );
  return JSON.stringify(Object.fromEntries(await Promise.all(hashed)));
}

/** The runtime that transformers.js itself was made for, wherever npm has put it. */
function runtimePath(file: string): string {
  const require = createRequire(path.resolve('node_modules/@huggingface/transformers/package.json'));
  return require.resolve(`onnxruntime-web/${file}`);
}
