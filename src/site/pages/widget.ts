import type { APIRoute } from 'astro';
import { build } from 'esbuild';
import path from 'node:path';

/**
 * The widget as any site loads it: plain modules at addresses that stay, without Astro around them. Bundled here, so
 * that the development server and the build serve the same two files.
 */
const ENTRIES = { 'firstline.js': 'src/widget/firstline.ts', 'worker.js': 'src/widget/worker.ts' } as const;

export function getStaticPaths() {
  return Object.entries(ENTRIES).map(([file, entry]) => ({ params: { file }, props: { entry } }));
}

export const GET: APIRoute<{ entry: string }> = async ({ props }) => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(props.entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  });
  return new Response(outputFiles[0]!.contents as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
};
