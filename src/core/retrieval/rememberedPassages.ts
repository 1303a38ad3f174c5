import type { SentenceTransformer } from './sentenceTransformer.ts';

/**
 * Embeds a passage once, however often it is asked for: both editions hold the public articles, and a development server
 * asks again with every page.
 */
export function rememberPassages(model: SentenceTransformer): SentenceTransformer {
  const known = new Map<string, Float32Array>();
  return {
    dim: model.dim,
    embed: async (texts, role) => {
      if (role === 'query') return model.embed(texts, role);
      const missing = [...new Set(texts)].filter((text) => !known.has(text));
      const vectors = await model.embed(missing, role);
      missing.forEach((text, i) => known.set(text, vectors[i]!));
      return texts.map((text) => known.get(text)!);
    },
  };
}
