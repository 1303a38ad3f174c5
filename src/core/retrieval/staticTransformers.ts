import type { Embedder } from './embedder.ts';
import {
  embedderId,
  ModelError,
  parseJson,
  readModelConfig,
  readModelFile,
  type ReadFile,
} from './modelConfig.ts';
import { loadStaticModel, tokenizeWith, wordsOf } from './staticModel.ts';
import { floats, integers, type Transformers } from './transformers.ts';

/** The mask that sums a batch grows with its square; above this the sum costs more than calling once more. */
const BATCH = 64;

/** Where a static model is, and how to get at it. */
export interface StaticModelSource {
  /** Absolute path of the model folder. */
  readonly folder: string;
  /** Reads a file of that folder. */
  readonly readFile: ReadFile;
}

/**
 * The static model through transformers.js: the same texts, tokens and sum as `loadStaticModel`, and the same `id`,
 * computed by onnxruntime from `onnx/model.onnx`.
 * @throws ModelError if a file of the folder is missing from its config.json, truncated or altered
 */
export async function staticThroughTransformers(
  transformers: Transformers,
  { folder, readFile }: StaticModelSource,
): Promise<Embedder> {
  const config = await readModelConfig(readFile);
  const tokenizer = await readModelFile('tokenizer.json', readFile, config);
  for (const name of ['tokenizer_config.json', 'onnx/model.onnx'] as const)
    await readModelFile(name, readFile, config);
  const { env } = transformers;
  const { logLevel } = env;
  env.allowRemoteModels = false;
  // It has no class of its own for model2vec and says so; the base class is what is wanted.
  env.logLevel = 40;
  const run = await transformers.AutoModel.from_pretrained(folder, { dtype: 'fp32' });
  env.logLevel = logLevel;

  const { dim } = config;
  const parsed = parseJson(tokenizer, 'tokenizer.json') as object;
  const tokenize = tokenizeWith(parsed, config);
  const embedBatch = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const tokens = texts.map(tokenize);
    const starts: number[] = [];
    let count = 0;
    for (const { length } of tokens) {
      starts.push(count);
      count += length;
    }
    const outputs = await run({
      input_ids: integers(transformers, tokens.flat(), [count]),
      offsets: integers(transformers, starts, [texts.length]),
    });
    const values = floats(outputs['embeddings'], 'embeddings');
    return texts.map((_, i) => values.slice(i * dim, (i + 1) * dim));
  };
  return {
    id: embedderId(config),
    dim,
    words: wordsOf(parsed),
    embed: async (texts) => {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH)
        vectors.push(...(await embedBatch(texts.slice(start, start + BATCH))));
      return vectors;
    },
  };
}

/**
 * The static model by transformers.js where that runs, by its table where it does not: no binary for this platform, or a
 * model folder without an ONNX file. Both give the same vectors.
 * @param importTransformers brings transformers.js; may throw
 * @param warn is told, in one line, why the table is used
 * @throws ModelError if the folder is damaged
 */
export async function preferTransformers(
  source: StaticModelSource,
  importTransformers: () => Promise<Transformers>,
  warn: (line: string) => void,
): Promise<Embedder> {
  const { id, files } = await readModelConfig(source.readFile);
  if (!files['onnx/model.onnx']) {
    warn(`${id} has no onnx/model.onnx for transformers.js (npm run model:onnx writes it): using its table.`);
    return loadStaticModel(source.readFile);
  }
  try {
    return await staticThroughTransformers(await importTransformers(), source);
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const [reason] = String(error).split('\n');
    warn(`transformers.js does not run here (${reason}): using the table of ${id}, which gives the same.`);
    return loadStaticModel(source.readFile);
  }
}
