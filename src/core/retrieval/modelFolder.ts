import { shortHash } from '../article/sourceHash.ts';
import {
  ModelError,
  parseJson,
  readModelConfig,
  readModelFile,
  type ModelConfig,
  type ModelFile,
  type ReadFile,
} from './modelConfig.ts';
import type { QuantizedVectors } from './vectors.ts';

/** What a table embeds with, checked. */
export interface ModelFolder {
  readonly config: ModelConfig;
  /** Parsed tokenizer.json. */
  readonly tokenizer: object;
  /** One row a token. */
  readonly table: QuantizedVectors;
}

/**
 * Reads a model folder and holds every file against the configuration.
 * @throws ModelError if a file is truncated, altered, or does not fit the others
 */
export async function readModelFolder(readFile: ReadFile): Promise<ModelFolder> {
  const config = await readModelConfig(readFile);
  const read = (name: ModelFile): Promise<Uint8Array> => readModelFile(name, readFile, config);
  const [tokenizer, bytes, scales] = await Promise.all([
    read('tokenizer.json'),
    read('table.i8.bin'),
    read('scales.f32.bin'),
  ]);
  if (bytes.length !== config.rows * config.dim || scales.length !== config.rows * 4) {
    throw new ModelError(
      `The table of ${config.id} does not have ${config.rows} rows of ${config.dim} columns.`,
    );
  }
  return {
    config,
    tokenizer: fittingTokenizer(parseJson(tokenizer, 'tokenizer.json'), config),
    table: {
      dim: config.dim,
      bytes: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      // Copied, since bytes that came from a larger buffer need not start on a multiple of four.
      scales: new Float32Array(scales.slice().buffer),
    },
  };
}

/** @throws ModelError if it lists no tokens, or more than the table has rows for */
function fittingTokenizer(tokenizer: unknown, { id, rows }: ModelConfig): object {
  const { model } = (tokenizer ?? {}) as { readonly model?: { readonly vocab?: unknown } | null };
  const vocab = model?.vocab;
  if (typeof vocab !== 'object' || vocab === null) {
    throw new ModelError(`tokenizer.json of ${id} is not one: expected its tokens in model.vocab.`);
  }
  // A list for Unigram, an object by token for the other kinds.
  const count = Object.keys(vocab).length;
  if (count > rows) {
    throw new ModelError(
      `tokenizer.json of ${id} has ${count} tokens, its table ${rows} rows: they are not of one model.`,
    );
  }
  return tokenizer as object;
}

/**
 * The files of a model folder whose table has changed; the tokenizer stays.
 * @param onnx the table as an ONNX file for transformers.js, which `scripts/model/writeModelFolder.ts` makes; a folder
 *   without one embeds by its table alone
 * @param background the texts of background.json, if the folder is to have them
 */
export function modelFiles(
  { config, tokenizer }: Pick<ModelFolder, 'config' | 'tokenizer'>,
  table: QuantizedVectors,
  onnx?: Uint8Array,
  background?: Uint8Array,
): Map<string, Uint8Array> {
  const encode = (value: string): Uint8Array => new TextEncoder().encode(value);
  const { dim, bytes, scales } = table;
  const files = new Map<string, Uint8Array>([
    ['tokenizer.json', encode(JSON.stringify(tokenizer))],
    ['table.i8.bin', new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
    ['scales.f32.bin', new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength)],
  ]);
  if (onnx) {
    const described = { tokenizer_class: 'PreTrainedTokenizerFast', model_max_length: config.maxTokens };
    files.set('tokenizer_config.json', encode(`${JSON.stringify(described, null, 2)}\n`));
    files.set('onnx/model.onnx', onnx);
  }
  if (background) files.set('background.json', background);
  const listed = [...files].map(([name, content]) => [
    name,
    { bytes: content.length, sha256: shortHash(content) },
  ]);
  const { id, model_type: _, ...rest } = config;
  const updated = {
    id,
    ...(onnx && { model_type: 'model2vec' }),
    ...rest,
    dim,
    rows: scales.length,
    files: Object.fromEntries(listed) as unknown,
  };
  return files.set('config.json', encode(`${JSON.stringify(updated, null, 2)}\n`));
}
