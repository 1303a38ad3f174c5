import type { Embedder } from './embedder.ts';
import { embedderId, type ModelConfig, type ReadFile } from './modelConfig.ts';
import { readModelFolder, type ModelFolder } from './modelFolder.ts';
import { preparedText } from './preparedText.ts';
import { unigramTokenizer } from './unigramTokenizer.ts';
import { normalize } from './vectors.ts';

/** Which of a text's tokens count: the first ones, without those that carry no meaning. */
export type TokenLimits = Pick<ModelConfig, 'maxTokens' | 'ignoredTokenIds' | 'rows'>;

export function meaningfulTokens({
  maxTokens,
  ignoredTokenIds,
  rows,
}: TokenLimits): (ids: readonly number[]) => number[] {
  const ignored = new Set(ignoredTokenIds);
  return (ids) => ids.slice(0, maxTokens).filter((id) => !ignored.has(id) && id < rows);
}

/** Turns texts into the numbers of the rows that stand for them, without those that carry no meaning. */
export function tokenizerOf({
  config,
  tokenizer,
}: Pick<ModelFolder, 'config' | 'tokenizer'>): (text: string) => number[] {
  return tokenizeWith(tokenizer, config);
}

/** @param tokenizer a parsed tokenizer.json */
export function tokenizeWith(tokenizer: object, limits: TokenLimits): (text: string) => number[] {
  const tokensOf = unigramTokenizer(tokenizer);
  const keep = meaningfulTokens(limits);
  return (text) => keep(tokensOf(preparedText(text)));
}

/**
 * Loads a static bilingual model: a Unigram tokenizer and one int8 row a token. A text's vector is the mean of its
 * tokens' rows, normalised (the shape of model2vec, https://github.com/MinishLab/model2vec).
 *
 * @param readFile reads a file of the model folder, from disk or over the network
 * @throws ModelError if a file is missing, truncated, altered, or does not fit the others
 */
export async function loadStaticModel(readFile: ReadFile): Promise<Embedder> {
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
  return {
    id: embedderId(folder.config),
    dim,
    words: wordsOf(folder.tokenizer),
    embed: (texts) => Promise.resolve(texts.map(embedOne)),
  };
}

/** Single letters and characters, and halves of both, are pieces too. */
const WORD = /^(?:[a-z]{3,}|\p{Script=Han}{2,})$/u;

/** The Latin and Chinese words of a Unigram tokenizer's pieces, in their order: such as have been seen together. */
export function wordsOf(tokenizer: object): string[] {
  const { vocab } = (tokenizer as { model: { vocab: unknown } }).model;
  if (!Array.isArray(vocab)) return [];
  return (vocab as [string, number][]).map(([piece]) => piece).filter((piece) => WORD.test(piece));
}
