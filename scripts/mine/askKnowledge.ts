import { config } from '../../src/config.ts';
import type { Answer } from '../../src/core/mining/proposals.ts';
import type { KnowledgeIndex } from '../../src/core/retrieval/knowledgeIndex.ts';
import { suggest } from '../../src/core/retrieval/suggest.ts';
import type { Knowledge } from '../lib/knowledge.ts';

/** What the suggestions show first for each text, as a reader would get it. */
export async function askKnowledge(
  texts: readonly string[],
  knowledge: Knowledge,
  indexes: readonly KnowledgeIndex[] = knowledge.indexes,
): Promise<Answer[]> {
  const mended = texts.map(knowledge.correct);
  const vectors = await knowledge.embedder.embed(mended);
  return mended.map((text, i) => {
    const [first] = suggest(text, vectors[i], indexes, {
      language: 'en',
      ...config.suggestions,
      limit: 1,
      safety: knowledge.safety,
    });
    return { slug: first?.slug ?? null, probability: first?.probability ?? 0 };
  });
}
