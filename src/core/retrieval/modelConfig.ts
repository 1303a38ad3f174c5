import * as z from 'zod/mini';
import { shortHash } from '../article/sourceHash.ts';

const fileSchema = z.object({ bytes: z.number(), sha256: z.string() });

/** `config.json` of a model folder. */
const configSchema = z.object({
  id: z.string(),
  /** What transformers.js takes `onnx/model.onnx` for. */
  model_type: z.optional(z.literal('model2vec')),
  dim: z.number(),
  rows: z.number(),
  /** Longer texts are cut: the first tokens say what a text is about. */
  maxTokens: z.number(),
  /** Tokens that carry no meaning: padding and unknown pieces. */
  ignoredTokenIds: z.array(z.number()),
  files: z.object({
    'tokenizer.json': fileSchema,
    'table.i8.bin': fileSchema,
    'scales.f32.bin': fileSchema,
    // The same model as transformers.js reads it; a browser asks for neither, and a base model may lack them.
    'tokenizer_config.json': z.optional(fileSchema),
    'onnx/model.onnx': z.optional(fileSchema),
    // Texts that a build tunes against; see background.ts.
    'background.json': z.optional(fileSchema),
  }),
});
export type ModelConfig = z.infer<typeof configSchema>;
export type ModelFile = keyof ModelConfig['files'];

/** Reads a file of a model folder, from disk or over the network. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** A model folder that cannot be used, and why. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Names the table: an index made by another one is refused. */
export function embedderId({ id, files }: ModelConfig): string {
  return `${id}@${files['table.i8.bin'].sha256}`;
}

/**
 * Reads what a model folder says of itself.
 * @throws ModelError if its config.json is not one
 */
export async function readModelConfig(readFile: ReadFile): Promise<ModelConfig> {
  const parsed = configSchema.safeParse(parseJson(await readFile('config.json'), 'config.json'));
  if (!parsed.success) {
    throw new ModelError(`config.json of the model is not one: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

/**
 * Reads a file of a model folder and holds it against the configuration.
 * @throws ModelError if it is not listed there, truncated or altered
 */
export async function readModelFile(
  name: ModelFile,
  readFile: ReadFile,
  { id, files }: ModelConfig,
): Promise<Uint8Array> {
  const expected = files[name];
  if (!expected) throw new ModelError(`${name} of ${id} is not listed in its config.json.`);
  const bytes = await readFile(name);
  if (bytes.length !== expected.bytes) {
    throw new ModelError(
      `${name} of ${id} is ${bytes.length} bytes, expected ${expected.bytes}: it is truncated or another file.`,
    );
  }
  const hash = shortHash(bytes);
  if (hash !== expected.sha256) {
    throw new ModelError(
      `${name} of ${id} has the checksum ${hash}, expected ${expected.sha256}: it was altered.`,
    );
  }
  return bytes;
}

/** @throws ModelError if a file of a model is not JSON */
export function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new ModelError(`${name} of the model is not JSON.`, { cause: error });
  }
}
