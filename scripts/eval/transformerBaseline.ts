import path from 'node:path';
import type { Article } from '../../src/core/article/article.ts';
import type { Phrasings } from '../../src/core/article/schema.ts';
import type { LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';
import {
  loadSentenceTransformer,
  type EmbeddingSettings,
} from '../../src/core/retrieval/sentenceTransformer.ts';
import { unitsOf } from '../../src/core/retrieval/unit.ts';
import { dot } from '../../src/core/retrieval/vectors.ts';
import { importTransformers } from '../lib/transformersEmbedder.ts';

/** A sentence-embedding model to compare with: its folder, in the layout of transformers.js, and how it is used. */
export interface TransformerModel {
  readonly folder: string;
  readonly settings: EmbeddingSettings;
}

/** How a transformer alone ranks articles by their best unit: with all articles, and with those of the other language. */
export async function transformerRankings(
  { folder, settings }: TransformerModel,
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  queries: readonly LabelledQuery[],
): Promise<{ readonly all: string[][]; readonly crossing: string[][] }> {
  const model = await loadSentenceTransformer(await importTransformers(), path.resolve(folder), settings);
  const units = unitsOf(articles, phrasings);
  const [passages, asked] = [
    await model.embed(
      units.map(({ text }) => text),
      'passage',
    ),
    await model.embed(
      queries.map(({ text }) => text),
      'query',
    ),
  ];
  const ranking = (query: Float32Array, isWanted: (article: Article) => boolean): string[] => {
    const best = new Map<string, number>();
    for (const [i, unit] of units.entries()) {
      const article = articles[unit.article]!;
      if (!isWanted(article)) continue;
      best.set(article.slug, Math.max(best.get(article.slug) ?? -1, dot(query, passages[i]!)));
    }
    return [...best].sort((a, b) => b[1] - a[1]).map(([slug]) => slug);
  };
  return {
    all: asked.map((query) => ranking(query, () => true)),
    crossing: asked.map((query, i) => ranking(query, ({ language }) => language !== queries[i]!.language)),
  };
}
