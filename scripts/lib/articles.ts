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
import type { Phrasings } from '../../src/core/article/schema.ts';
import { parseSafetyTable } from '../../src/core/retrieval/parseSafetyTable.ts';
import { compileSafety, type SafetyRules } from '../../src/core/retrieval/safety.ts';
import { CONTENT } from './paths.ts';

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

/** The texts of all articles and phrasings as they are written, each after its path. */
export async function readTexts(contentDir: string): Promise<string[]> {
  const files = ['docs', 'phrasings'].map((folder) =>
    listFiles(path.join(contentDir, folder), /\.(mdx?|ya?ml)$/),
  );
  return Promise.all(
    (await Promise.all(files))
      .flat()
      .map(async (file) => `${path.relative(contentDir, file)}\n${await readFile(file, 'utf8')}`),
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
