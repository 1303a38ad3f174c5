import * as z from 'zod/mini';
import { shortHash } from '../article/sourceHash.ts';
import type { QuantizedVectors } from './vectors.ts';

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
export type ModelConfig = z.infer<typeof configSchema>;
type ModelFile = keyof ModelConfig['files'];

/** What a model folder holds, checked. */
export interface ModelFolder {
  readonly config: ModelConfig;
  /** Parsed tokenizer.json. */
  readonly tokenizer: object;
  /** One row a token. */
  readonly table: QuantizedVectors;
}

/** A model folder that cannot be used, and why. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/**
 * Reads a model folder and holds every file against the configuration.
 * @param readFile reads a file of the folder, from disk or over the network
 * @throws ModelError if a file is truncated, altered, or does not fit the others
 */
export async function readModelFolder(readFile: (name: string) => Promise<Uint8Array>): Promise<ModelFolder> {
  const parsed = configSchema.safeParse(parseJson(await readFile('config.json'), 'config.json'));
  if (!parsed.success) {
    throw new ModelError(`config.json of the model is not one: ${z.prettifyError(parsed.error)}`);
  }
  const config = parsed.data;
  const read = async (name: ModelFile): Promise<Uint8Array> => checked(name, await readFile(name), config);
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
    tokenizer: parseJson(tokenizer, 'tokenizer.json') as object,
    table: {
      dim: config.dim,
      bytes: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      // Copied, since bytes that came from a larger buffer need not start on a multiple of four.
      scales: new Float32Array(scales.slice().buffer),
    },
  };
}

/** The files of a model folder whose table has changed; the tokenizer stays. */
export function modelFiles(
  { config, tokenizer }: ModelFolder,
  table: QuantizedVectors,
): Map<string, Uint8Array> {
  const encode = (value: string): Uint8Array => new TextEncoder().encode(value);
  const { bytes, scales } = table;
  const files = new Map<string, Uint8Array>([
    ['tokenizer.json', encode(JSON.stringify(tokenizer))],
    ['table.i8.bin', new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
    ['scales.f32.bin', new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength)],
  ]);
  const described = [...files].map(([name, content]) => [
    name,
    { bytes: content.length, sha256: shortHash(content) },
  ]);
  const updated = { ...config, files: Object.fromEntries(described) as unknown };
  return files.set('config.json', encode(`${JSON.stringify(updated, null, 2)}\n`));
}

function checked(name: ModelFile, bytes: Uint8Array, config: ModelConfig): Uint8Array {
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
