import { Tokenizer } from '@huggingface/tokenizers';
import type { Embedder } from './embedder.ts';
import { readModelFolder, type ModelFolder } from './modelFolder.ts';
import { normalize } from './vectors.ts';

/** Nobody reads a ticket beyond this; it bounds the time a pasted log can cost. */
const MAX_CHARACTERS = 4_000;

/** Turns texts into the numbers of the rows that stand for them, without those that carry no meaning. */
export function tokenizerOf({ config, tokenizer }: ModelFolder): (text: string) => number[] {
  const loaded = new Tokenizer(tokenizer, {});
  const ignored = new Set(config.ignoredTokenIds);
  return (text) =>
    loaded
      .encode(text.slice(0, MAX_CHARACTERS).toWellFormed(), { add_special_tokens: false })
      .ids.slice(0, config.maxTokens)
      .filter((id) => !ignored.has(id) && id < config.rows);
}

/**
 * Loads a static bilingual model: a Unigram tokenizer and one int8 row a token. A text's vector is the mean of its
 * tokens' rows, normalised (the shape of model2vec, https://github.com/MinishLab/model2vec).
 *
 * @param readFile reads a file of the model folder, from disk or over the network
 * @throws ModelError if a file is missing, truncated, altered, or does not fit the others
 */
export async function loadStaticModel(readFile: (name: string) => Promise<Uint8Array>): Promise<Embedder> {
  const folder = await readModelFolder(readFile);
  const { dim, bytes, scales } = folder.table;
  const tokensOf = tokenizerOf(folder);
  const embedOne = (text: string): Float32Array => {
    const vector = new Float32Array(dim);
    for (const token of tokensOf(text)) {
      const scale = scales[token]!;
      const offset = token * dim;
      for (let i = 0; i < dim; i++) vector[i]! += bytes[offset + i]! * scale;
    }
    return normalize(vector);
  };
  const { id, files } = folder.config;
  return {
    id: `${id}@${files['table.i8.bin'].sha256}`,
    dim,
    embed: (texts) => Promise.resolve(texts.map(embedOne)),
  };
}
