import * as z from 'zod/mini';

/** A transformer that has a second look at the best articles, and how its vectors are made. */
const rerankerSchema = z.object({
  id: z.string(),
  dim: z.number(),
  /** Folder of the model below the site's base, with a slash at the end. */
  path: z.string(),
  queryPrefix: z.string(),
  passagePrefix: z.string(),
  pooling: z.enum(['mean', 'cls']),
  dtype: z.enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4']),
  maxTokens: z.number(),
});
export type Reranker = z.infer<typeof rerankerSchema>;

/**
 * `knowledge/<edition>.json`: what an edition's index is made of. Files carry their content's hash in their names, so
 * this one is the only one that a browser must ask for again.
 */
export const manifestSchema = z.object({
  version: z.number(),
  edition: z.string(),
  /** The embedder whose vectors the index holds, and the folder of its model below the site's base. */
  embedder: z.object({ id: z.string(), dim: z.number(), path: z.string() }),
  /** Only where a transformer is configured. */
  reranker: z.optional(rerankerSchema),
  /** Names of files beside the manifest, by language; `rerankVectors` are the reranker's. */
  languages: z.record(
    z.string(),
    z.object({ index: z.string(), vectors: z.string(), rerankVectors: z.optional(z.string()) }),
  ),
  /** Name of the file with the safety rules, beside the manifest. */
  safetyRules: z.optional(z.string()),
  /** What meaning costs beyond words: bytes unpacked, and as served with Brotli. */
  dense: z.object({ bytes: z.number(), served: z.number() }),
  threshold: z.number(),
  limit: z.number(),
});
export type Manifest = z.infer<typeof manifestSchema>;
