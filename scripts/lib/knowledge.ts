import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { config } from '../../src/config.ts';
import {
  parseArticleFile,
  parsePhrasings,
  toArticle,
  type Article,
  type ArticleSource,
} from '../../src/core/article/article.ts';
import { ContentError } from '../../src/core/article/contentError.ts';
import { belongsTo, type Edition } from '../../src/core/article/edition.ts';
import { LANGUAGES } from '../../src/core/article/language.ts';
import type { Phrasings } from '../../src/core/article/schema.ts';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { buildKnowledgeIndex, type KnowledgeIndex } from '../../src/core/retrieval/knowledgeIndex.ts';
import { parseSafetyTable } from '../../src/core/retrieval/parseSafetyTable.ts';
import { compileSafety, type SafetyRules } from '../../src/core/retrieval/safety.ts';
import { correctorFor } from '../../src/core/retrieval/corrector.ts';
import { readBackground, siteModel, waysOf } from '../../src/core/retrieval/tuning/siteModel.ts';
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import { folderAt } from './folder.ts';
import { CACHE, CONTENT, MODELS } from './paths.ts';
import { loadThroughTransformers } from './transformersEmbedder.ts';

/**
 * Reads every article of a folder, in the order of their paths: `content` with its `docs`, or any folder of articles in
 * our front matter, Chinese ones under `zh-cn/`.
 */
export async function loadArticleSources(folder = CONTENT): Promise<ArticleSource[]> {
  const docs = existsSync(path.join(folder, 'docs')) ? path.join(folder, 'docs') : folder;
  const files = await listFiles(docs, /\.mdx?$/);
  return Promise.all(
    files.map(async (file) =>
      parseArticleFile(idOf(docs, file), path.relative(process.cwd(), file), await readFile(file, 'utf8')),
    ),
  );
}

/** The articles of an edition, cut into passages; drafts are of none. */
export async function loadArticles(edition: Edition, folder = CONTENT): Promise<Article[]> {
  return (await loadArticleSources(folder))
    .filter(({ frontMatter }) => !frontMatter.draft && belongsTo(edition, frontMatter.audience))
    .map((source) => toArticle(source, config.variables));
}

/** `phrasings/` of a content folder, by slug; empty if there is none. */
export async function loadPhrasings(contentDir = CONTENT): Promise<Map<string, Phrasings>> {
  const folder = path.join(contentDir, 'phrasings');
  if (!existsSync(folder)) return new Map();
  const entries = (await listFiles(folder, /\.ya?ml$/)).map(async (file) => {
    const name = path.relative(process.cwd(), file);
    try {
      return [
        idOf(folder, file),
        parsePhrasings(name, parseYaml(await readFile(file, 'utf8')) ?? {}),
      ] as const;
    } catch (error) {
      if (error instanceof ContentError || !(error instanceof Error)) throw error;
      throw new ContentError(
        name,
        [`found YAML that cannot be read (${error.message}). Fix: quote the text`],
        { cause: error },
      );
    }
  });
  return new Map(await Promise.all(entries));
}

/** `safety.yml` of a content folder, ready to be asked; the project's own if the folder has none. */
export async function loadSafety(contentDir = CONTENT): Promise<SafetyRules> {
  const own = path.join(contentDir, 'safety.yml');
  const file = existsSync(own) ? own : path.join(CONTENT, 'safety.yml');
  const name = path.relative(process.cwd(), file);
  return compileSafety(parseSafetyTable(name, await readFile(file, 'utf8'), config.variables));
}

/**
 * The configured model, tuned to these articles as the site's build does, through transformers.js. The tuned model is kept
 * in `.cache/models`.
 */
export async function loadModel(
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  name = config.model,
): Promise<Embedder> {
  const folderOf = (key: string): string => path.join(CACHE, 'models', key);
  const { key } = await siteModel(
    folderAt(path.join(MODELS, name)).readFile,
    waysOf(articles, phrasings),
    (key) => folderAt(folderOf(key)),
    (line) => console.error(line),
  );
  return loadThroughTransformers(folderOf(key));
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

/** All that answers a question: what the site publishes for the widget, built in memory. */
export interface Knowledge {
  readonly embedder: Embedder;
  readonly indexes: readonly KnowledgeIndex[];
  readonly safety: SafetyRules;
  /** Mends typing slips before a text is searched for. */
  readonly correct: (text: string) => string;
}

/** The knowledge of an edition, by the model tuned to it. */
export async function openKnowledge(edition: Edition, contentDir = CONTENT): Promise<Knowledge> {
  const [articles, phrasings, safety] = await Promise.all([
    loadArticles(edition, contentDir),
    loadPhrasings(contentDir),
    loadSafety(contentDir),
  ]);
  const embedder = await loadModel(articles, phrasings);
  const indexes = await indexArticles(articles, phrasings, embedder);
  return { embedder, indexes, safety, correct: correctorFor(indexes, embedder.words) };
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

async function listFiles(folder: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function idOf(folder: string, file: string): string {
  return path
    .relative(folder, file)
    .replaceAll(path.sep, '/')
    .replace(/\.[^.]+$/, '');
}
