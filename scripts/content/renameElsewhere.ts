import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { renameInArticle, renameInData, renameQuoted } from '../../src/core/article/lint/renameSlug.ts';
import { replaceFile } from './changeFiles.ts';
import { listSlugs, PUBLISHED_SLUGS, unlistedSlugs } from './publishedSlugs.ts';

/** Articles and phrasings are moved by other means; a rename writes the redirects itself; i18n holds words of pages. */
const OTHERS = /^(?:docs|phrasings|i18n)\/|^redirects\.ya?ml$/;

/**
 * Rewrites what names an article beside the articles: replies, trees of questions, incidents and their components, teams,
 * the rules for urgent messages.
 * @returns the files that were rewritten
 */
export async function renameInContent(content: string, from: string, to: string): Promise<string[]> {
  const names = (await readdir(content, { recursive: true })).map((name) => name.replaceAll(path.sep, '/'));
  return rewrite(
    names.filter((name) => /\.(?:ya?ml|md)$/.test(name) && !OTHERS.test(name)).map((name) => path.join(content, name)),
    (text, file) => (file.endsWith('.md') ? renameInArticle : renameInData)(text, from, to),
  );
}

/** The project's lists that name articles: what suggestions are measured with, and the home page's most asked ones. */
const QUOTED = ['tests/fixtures/retrieval', 'src/config.ts'];

/**
 * Rewrites the project's own lists, so that nobody has to by hand.
 * @param root the project's folder
 * @param isPublic whether readers have the article: then its new slug is one that was published, as the old one stays
 * @returns the files that were rewritten
 */
export async function renameInProject(
  root: string,
  from: string,
  to: string,
  isPublic: boolean,
): Promise<string[]> {
  const files = await Promise.all(QUOTED.map((name) => filesIn(path.join(root, name))));
  const done = await rewrite(files.flat(), (text) => renameQuoted(text, from, to));
  const unlisted = isPublic ? await unlistedSlugs(root, [to]) : [];
  if (unlisted.length === 0) return done;
  await listSlugs(root, unlisted);
  return [...done, path.join(root, PUBLISHED_SLUGS)];
}

async function filesIn(full: string): Promise<string[]> {
  if (!existsSync(full)) return [];
  if (full.endsWith('.ts')) return [full];
  return (await readdir(full)).filter((name) => name.endsWith('.jsonl')).map((name) => path.join(full, name));
}

async function rewrite(
  files: readonly string[],
  change: (text: string, file: string) => string,
): Promise<string[]> {
  const done: string[] = [];
  for (const file of files.toSorted()) {
    const text = await readFile(file, 'utf8');
    const changed = change(text, file);
    if (changed === text) continue;
    await replaceFile(file, changed);
    done.push(file);
  }
  return done;
}
