import type { TransformerSettings } from './embedderChoice.ts';
import { preparedText } from './preparedText.ts';
import { floats, integers, type RunModel, type Tokenize, type Transformers } from './transformers.ts';
import { normalize } from './vectors.ts';

/** Texts that go through the model together; more only cost padding. */
const BATCH = 16;

/** A model that reads a question and what is searched differently. */
export interface SentenceTransformer {
  /** Length of every vector. */
  readonly dim: number;
  /** One vector a text, L2-normalised. */
  embed(texts: readonly string[], role: 'query' | 'passage'): Promise<Float32Array[]>;
}

/** How its texts are made into vectors; the same where it is indexed and where it is asked. */
export type EmbeddingSettings = Pick<
  TransformerSettings,
  'queryPrefix' | 'passagePrefix' | 'pooling' | 'dtype' | 'maxTokens'
>;

/**
 * Loads a sentence-embedding model through transformers.js, and has it embed one word, so that one that cannot do so is
 * found out here.
 * @param folder its folder, as transformers.js finds it
 * @throws Error if it cannot be loaded, or does not give a vector a token
 */
export async function loadSentenceTransformer(
  transformers: Transformers,
  folder: string,
  settings: EmbeddingSettings,
): Promise<SentenceTransformer> {
  transformers.env.allowRemoteModels = false;
  const [tokenize, run] = await Promise.all([
    transformers.AutoTokenizer.from_pretrained(folder),
    transformers.AutoModel.from_pretrained(folder, { dtype: settings.dtype }),
  ]);
  const prefixes = { query: settings.queryPrefix, passage: settings.passagePrefix };
  const embedBatch = async (texts: string[]): Promise<Float32Array[]> =>
    poolOutputs(await runOn(transformers, { tokenize, run }, texts, settings.maxTokens), settings.pooling);
  const [probe] = await embedBatch(['wallet']);
  return {
    dim: probe!.length,
    embed: async (texts, role) => {
      const prepared = texts.map((text) => prefixes[role] + preparedText(text));
      const vectors: Float32Array[] = [];
      for (let start = 0; start < prepared.length; start += BATCH)
        vectors.push(...(await embedBatch(prepared.slice(start, start + BATCH))));
      return vectors;
    },
  };
}

/** Token vectors of a batch: `values` [texts, width, dim], of which each text's first `lengths` are its own. */
interface TokenVectors {
  readonly values: Float32Array;
  readonly lengths: readonly number[];
  readonly width: number;
}

async function runOn(
  transformers: Transformers,
  { tokenize, run }: { readonly tokenize: Tokenize; readonly run: RunModel },
  texts: string[],
  maxTokens: number,
): Promise<TokenVectors> {
  const { input_ids } = tokenize(texts, { truncation: true, max_length: maxTokens, return_tensor: false });
  const lengths = input_ids.map(({ length }) => length);
  // Padded here: not every tokenizer names a padding token, and what is masked may be anything.
  const width = Math.max(1, ...lengths);
  const shape = [texts.length, width];
  const padded = input_ids.flatMap((ids) => [...ids, ...new Array<number>(width - ids.length).fill(0)]);
  const mask = lengths.flatMap((length) => Array.from({ length: width }, (_, i) => (i < length ? 1 : 0)));
  const outputs = await run({
    input_ids: integers(transformers, padded, shape),
    attention_mask: integers(transformers, mask, shape),
  });
  const values = floats(outputs['last_hidden_state'] ?? outputs['token_embeddings'], 'last_hidden_state');
  return { values, lengths, width };
}

/** One vector a text; zero for a text without tokens. */
function poolOutputs(
  { values, lengths, width }: TokenVectors,
  pooling: EmbeddingSettings['pooling'],
): Float32Array[] {
  const dim = values.length / (lengths.length * width);
  return lengths.map((length, text) => {
    const vector = new Float32Array(dim);
    const count = pooling === 'cls' ? Math.min(1, length) : length;
    for (let token = 0; token < count; token++) {
      const offset = (text * width + token) * dim;
      for (let i = 0; i < dim; i++) vector[i]! += values[offset + i]!;
    }
    return normalize(vector);
  });
}
