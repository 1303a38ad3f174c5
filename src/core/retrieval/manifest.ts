import * as z from 'zod/mini';

/**
 * `knowledge/<edition>.json`: what an edition's index is made of. Files carry their content's hash in their names, so
 * this one is the only one that a browser must ask for again.
 */
export const manifestSchema = z.object({
  version: z.number(),
  edition: z.string(),
  /** The embedder whose vectors the index holds, and the folder of its model below the site's base. */
  embedder: z.object({ id: z.string(), dim: z.number(), path: z.string() }),
  /** Names of files beside the manifest, by language. */
  languages: z.record(z.string(), z.object({ index: z.string(), vectors: z.string() })),
  threshold: z.number(),
  limit: z.number(),
});
export type Manifest = z.infer<typeof manifestSchema>;
