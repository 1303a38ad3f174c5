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
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import { CONTENT, MODELS } from './paths.ts';

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

/** The articles of an edition, cut into passages. */
export async function loadArticles(edition: Edition, folder = CONTENT): Promise<Article[]> {
  return (await loadArticleSources(folder))
    .filter((source) => belongsTo(edition, source.frontMatter.audience))
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

/** The configured static model, from `public/models`. */
export function loadModel(name = config.model): Promise<Embedder> {
  return loadStaticModel((file) => readFile(path.join(MODELS, name, file)));
}

/** The same indexes the site publishes, built in memory. */
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
export function indexArticles(
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  embedder: Embedder,
): Promise<KnowledgeIndex[]> {
  return Promise.all(
    LANGUAGES.map((language) => {
      const own = articles.filter((article) => article.language === language);
      return buildKnowledgeIndex(language, own, phrasings, embedder);
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
