import type { APIRoute } from 'astro';
import { build } from 'esbuild';
import path from 'node:path';

/** The script of all permalinks: one small file, so that no page has code of its own. */
export const GET: APIRoute = async () => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('src/site/components/permalinkRedirect.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  return new Response(outputFiles[0]!.contents as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
};
