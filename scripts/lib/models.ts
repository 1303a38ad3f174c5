import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import type { Article } from '../../src/core/article/article.ts';
import type { Phrasings } from '../../src/core/article/schema.ts';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import { readBackground, siteModel, waysOf } from '../../src/core/retrieval/tuning/siteModel.ts';
import { folderAt } from './folder.ts';
import { CACHE, MODELS } from './paths.ts';
import { loadThroughTransformers } from './transformersEmbedder.ts';

/**
 * The configured model, tuned to these articles as the site's build does, through transformers.js. The tuned model is kept
 * in `.cache/models`.
 */
export async function loadModel(
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  name = config.model,
): Promise<Embedder> {
  return loadThroughTransformers(modelFolder(await tunedModel(articles, phrasings, name)));
}

/** @returns the name of the folder that holds the model tuned to these articles */
export async function tunedModel(
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  name = config.model,
): Promise<string> {
  const { key } = await siteModel(
    folderAt(path.join(MODELS, name)).readFile,
    waysOf(articles, phrasings),
    (key) => folderAt(modelFolder(key)),
    (line) => console.error(line),
  );
  return key;
}

/** Where a tuned model is kept. */
export function modelFolder(key: string): string {
  return path.join(CACHE, 'models', key);
}

/** The configured model as it is shipped, by its table: no runtime to start; for mining's hot loop. */
export function loadTable(name = config.model): Promise<Embedder> {
  return loadStaticModel((file) => readFile(path.join(MODELS, name, file)));
}

/** The configured model as it is shipped, through transformers.js. */
export function loadBase(name = config.model): Promise<Embedder> {
  return loadThroughTransformers(path.join(MODELS, name));
}

/** Messages that no article answers, which the configured model brings. */
export async function loadOffTopic(name = config.model): Promise<string[]> {
  return (await readBackground(folderAt(path.join(MODELS, name)).readFile)).offTopic.flat();
}
