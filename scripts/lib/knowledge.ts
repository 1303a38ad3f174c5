import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import type { Article } from '../../src/core/article/article.ts';
import type { Edition } from '../../src/core/article/edition.ts';
import { LANGUAGES } from '../../src/core/article/language.ts';
import type { Phrasings } from '../../src/core/article/schema.ts';
import { correctorFor } from '../../src/core/retrieval/corrector.ts';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { buildKnowledgeIndex, type KnowledgeIndex } from '../../src/core/retrieval/knowledgeIndex.ts';
import type { SafetyRules } from '../../src/core/retrieval/safety.ts';
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import { loadArticles, loadPhrasings, loadSafety, readTexts } from './articles.ts';
import { codeVersion, hashOf } from './codeVersion.ts';
import { recallIndexes, rememberIndexes, type RememberedIndexes } from './indexCache.ts';
import { loadOffTopic, modelFolder, tunedModel } from './models.ts';
import { CONTENT, MODELS } from './paths.ts';
import { loadThroughTransformers } from './transformersEmbedder.ts';

/** All that answers a question: what the site publishes for the widget, built in memory. */
export interface Knowledge {
  readonly embedder: Embedder;
  readonly indexes: readonly KnowledgeIndex[];
  readonly safety: SafetyRules;
  /** Mends typing slips before a text is searched for. */
  readonly correct: (text: string) => string;
}

/** The knowledge of an edition, by the model tuned to it; that of the project's own content is remembered. */
export async function openKnowledge(edition: Edition, contentDir = CONTENT): Promise<Knowledge> {
  const [safety, { model, indexes }] = await Promise.all([
    loadSafety(contentDir),
    contentDir === CONTENT ? rememberedIndexes(edition) : makeIndexes(edition, contentDir),
  ]);
  // The table gives what transformers.js gives, and is there at once.
  const embedder = await loadStaticModel((file) => readFile(path.join(modelFolder(model), file)));
  return { embedder, indexes, safety, correct: correctorFor(indexes, embedder.words) };
}

/** Code that the indexes of a content depend on. */
const INDEXING = ['src/core/article', 'src/core/retrieval', 'scripts/lib'];

async function rememberedIndexes(edition: Edition): Promise<RememberedIndexes> {
  const base = readFile(path.join(MODELS, config.model, 'config.json'), 'utf8');
  const variables = JSON.stringify(config.variables);
  const basis = hashOf([variables, await base, await codeVersion(INDEXING), ...(await readTexts(CONTENT))]);
  const known = await recallIndexes(edition, basis);
  if (known && existsSync(modelFolder(known.model))) return known;
  const made = await makeIndexes(edition, CONTENT);
  await rememberIndexes(edition, basis, made, made.embedder);
  return made;
}

async function makeIndexes(
  edition: Edition,
  contentDir: string,
): Promise<RememberedIndexes & { embedder: Embedder }> {
  const [articles, phrasings] = await Promise.all([
    loadArticles(edition, contentDir),
    loadPhrasings(contentDir),
  ]);
  const model = await tunedModel(articles, phrasings);
  const embedder = await loadThroughTransformers(modelFolder(model));
  return { model, embedder, indexes: await indexArticles(articles, phrasings, embedder) };
}

/** The indexes of an edition by any embedder. */
export async function buildIndexes(
  edition: Edition,
  embedder: Embedder,
  contentDir = CONTENT,
): Promise<KnowledgeIndex[]> {
  const [articles, phrasings] = await Promise.all([
    loadArticles(edition, contentDir),
    loadPhrasings(contentDir),
  ]);
  return indexArticles(articles, phrasings, embedder);
}

/** One index a language. */
export async function indexArticles(
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  embedder: Embedder,
): Promise<KnowledgeIndex[]> {
  const offTopic = await loadOffTopic();
  return Promise.all(
    LANGUAGES.map((language) => {
      const own = articles.filter((article) => article.language === language);
      return buildKnowledgeIndex(language, own, phrasings, embedder, offTopic);
    }),
  );
}
