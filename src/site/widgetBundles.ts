import { build, type BuildOptions } from 'esbuild';
import path from 'node:path';
import { integrityOf } from '../core/deflection/snippet.ts';

/** The file that a page loads. It loads the others, and holds what they must hash to. */
export const FIRST = { 'firstline.js': 'src/widget/firstline.ts' } as const;
export const OTHERS = {
  'guard.js': 'src/widget/guard.ts',
  'worker.js': 'src/widget/worker.ts',
  'inpage.js': 'src/widget/inPage.ts',
  'form.js': 'src/widget/form.ts',
} as const;
export type OtherFile = keyof typeof OTHERS;

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

/** A file of the widget, whole. */
export async function bundled(entry: string): Promise<Uint8Array> {
  const define =
    entry === FIRST['firstline.js'] ? { FIRSTLINE_BUNDLES: JSON.stringify(await integrities()) } : {};
  const { outputFiles } = await build({ ...OPTIONS, define, entryPoints: [path.resolve(entry)] });
  return outputFiles![0]!.contents;
}

/** What each of the other files hashes to, as an `integrity` attribute says it. */
export async function integrities(): Promise<Readonly<Record<OtherFile, string>>> {
  const hashed = Object.entries(OTHERS).map(
    async ([name, entry]) => [name, integrityOf(await bundled(entry))] as const,
  );
  return Object.fromEntries(await Promise.all(hashed)) as Record<OtherFile, string>;
}

/**
 * Tells a browser early what the widget on a page will ask for, which it would find out only from the first file. As the
 * widget asks, word for word: else it would be fetched twice.
 */
export async function widgetHints(base: string): Promise<{ tag: 'link'; attrs: Record<string, string> }[]> {
  const { 'guard.js': integrity } = await integrities();
  const hint = (name: string, attrs: Record<string, string>) =>
    ({ tag: 'link', attrs: { href: `${base}widget/v1/${name}`, ...attrs } }) as const;
  return [
    hint('firstline.js', { rel: 'modulepreload' }),
    hint('guard.js', { rel: 'modulepreload', crossorigin: 'anonymous', integrity }),
    hint('worker.js', { rel: 'preload', as: 'fetch', crossorigin: 'anonymous' }),
  ];
}
