import { build } from 'esbuild';
import { brotliCompressSync } from 'node:zlib';
import path from 'node:path';
import { ROOT } from '../lib/paths.ts';
import { compressed } from './slowServer.ts';

/** A page that loads transformers.js as it comes, and the same model, and says how long its first vector took. */
const SCRIPT = `
  import { AutoModel, AutoTokenizer, env, Tensor } from '@huggingface/transformers';
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/model/';
  env.backends.onnx.wasm.wasmPaths = '/runtime/';
  env.backends.onnx.wasm.numThreads = 1;
  window.embed = async (text) => {
    const [tokenize, model] = await Promise.all([
      AutoTokenizer.from_pretrained('it'),
      AutoModel.from_pretrained('it', { dtype: 'fp32' }),
    ]);
    const { input_ids } = tokenize([text], { add_special_tokens: false, return_tensor: false });
    const ids = BigInt64Array.from(input_ids[0], BigInt);
    await model({
      input_ids: new Tensor('int64', ids, [ids.length]),
      offsets: new Tensor('int64', BigInt64Array.of(0n), [1]),
    });
  };`;

/** The files of that page, by path, compressed. */
export async function transformersFiles(model: string): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    conditions: ['onnxruntime-web-use-extern-wasm'],
  });
  const runtime = path.join(ROOT, 'node_modules/onnxruntime-web/dist/');
  const files = new Map<string, Uint8Array>([
    ['/transformers.js', brotliCompressSync(outputFiles![0]!.contents)],
    [
      '/transformers/',
      brotliCompressSync(
        '<!doctype html><title>transformers.js</title><script type="module" src="/transformers.js"></script>',
      ),
    ],
  ]);
  for (const [name, body] of await compressed({ '/model/it/': model })) files.set(name, body);
  for (const [name, body] of await compressed({ '/runtime/': runtime }))
    if (/ort-wasm[^/]*\.(?:mjs|wasm)$/.test(name)) files.set(name, body);
  return files;
}
