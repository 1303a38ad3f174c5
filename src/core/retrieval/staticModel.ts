import { Tokenizer } from '@huggingface/tokenizers';
import * as z from 'zod/mini';
import { shortHash } from '../article/sourceHash.ts';
import type { Embedder } from './embedder.ts';
import { normalize } from './vectors.ts';

const fileSchema = z.object({ bytes: z.number(), sha256: z.string() });

/** `config.json` of a model folder. */
const configSchema = z.object({
  id: z.string(),
  dim: z.number(),
  rows: z.number(),
  /** Longer texts are cut: the first tokens say what a text is about. */
  maxTokens: z.number(),
  /** Tokens that carry no meaning: padding and unknown pieces. */
  ignoredTokenIds: z.array(z.number()),
  files: z.object({ 'tokenizer.json': fileSchema, 'table.i8.bin': fileSchema, 'scales.f32.bin': fileSchema }),
});
export type StaticModelConfig = z.infer<typeof configSchema>;
export type StaticModelFile = keyof StaticModelConfig['files'];

/** A model folder that cannot be used, and why. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Nobody reads a ticket beyond this; it bounds the time a pasted log can cost. */
const MAX_CHARACTERS = 4_000;

/**
 * Loads a static bilingual model: a Unigram tokenizer and one int8 row a token. A text's vector is the mean of its
 * tokens' rows, normalised (the shape of model2vec, https://github.com/MinishLab/model2vec).
 *
 * @param readFile reads a file of the model folder, from disk or over the network
 * @throws ModelError if a file is missing, truncated, altered, or does not fit the others
 */
export async function loadStaticModel(readFile: (name: string) => Promise<Uint8Array>): Promise<Embedder> {
  const parsed = configSchema.safeParse(parseJson(await readFile('config.json'), 'config.json'));
  if (!parsed.success)
    throw new ModelError(`config.json of the model is not one: ${z.prettifyError(parsed.error)}`);
  const config = parsed.data;
  const names = Object.keys(config.files) as StaticModelFile[];
  const [tokenizerBytes, table, scales] = await Promise.all(
    names.map(async (name) => checked(name, await readFile(name), config)),
  );
  if (table!.length !== config.rows * config.dim || scales!.length !== config.rows * 4) {
    throw new ModelError(
      `The table of ${config.id} does not have ${config.rows} rows of ${config.dim} columns.`,
    );
  }
  const tokenizerJson = parseJson(tokenizerBytes!, 'tokenizer.json');
  const tokenizer = new Tokenizer(tokenizerJson as object, {});
  const rows = new Int8Array(table!.buffer, table!.byteOffset, table!.length);
  // Copied, since bytes that came from a larger buffer need not start on a multiple of four.
  const rowScales = new Float32Array(scales!.slice().buffer);
  const ignored = new Set(config.ignoredTokenIds);

  const embedOne = (text: string): Float32Array => {
    const vector = new Float32Array(config.dim);
    const { ids } = tokenizer.encode(text.slice(0, MAX_CHARACTERS).toWellFormed(), {
      add_special_tokens: false,
    });
    for (const id of ids.slice(0, config.maxTokens)) {
      if (ignored.has(id) || id >= config.rows) continue;
      const scale = rowScales[id]!;
      const offset = id * config.dim;
      for (let i = 0; i < config.dim; i++) vector[i]! += rows[offset + i]! * scale;
    }
    return normalize(vector);
  };
  return {
    id: `${config.id}@${config.files['table.i8.bin'].sha256}`,
    dim: config.dim,
    embed: async (texts) => texts.map(embedOne),
  };
}

function checked(name: StaticModelFile, bytes: Uint8Array, config: StaticModelConfig): Uint8Array {
  const expected = config.files[name];
  if (bytes.length !== expected.bytes) {
    throw new ModelError(
      `${name} of ${config.id} is ${bytes.length} bytes, expected ${expected.bytes}: it is truncated or another file.`,
    );
  }
  const hash = shortHash(bytes);
  if (hash !== expected.sha256) {
    throw new ModelError(
      `${name} of ${config.id} has the checksum ${hash}, expected ${expected.sha256}: it was altered.`,
    );
  }
  return bytes;
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new ModelError(`${name} of the model is not JSON.`, { cause: error });
  }
}
