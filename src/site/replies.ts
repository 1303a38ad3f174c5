import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../config.ts';
import { ContentError } from '../core/article/contentError.ts';
import { LANGUAGES, LOCALE_FOLDERS, type Language } from '../core/article/language.ts';
import { parseMarkdown } from '../core/article/markdown.ts';
import { substituteVariables } from '../core/article/variables.ts';
import { stepsIn } from '../core/operations/replies/articleSteps.ts';
import { lintReplies, type ReplyFile } from '../core/operations/replies/lintReplies.ts';
import { parseReply } from '../core/operations/replies/parseReply.ts';
import {
  prepareReply,
  type PreparedReply,
  type StepsBySlug,
} from '../core/operations/replies/preparedReply.ts';
import { articlesIn, type ArticleEntry } from './articles.ts';
import { movedSlugs } from './redirects.ts';

const FOLDER = 'content/replies';

/** Where customers read: the public edition, with its base and a slash at the end. */
export const PUBLIC_SITE = `${config.site.replace(/\/$/, '')}${config.base}`;

/** How replies are written here. */
export const REPLY_SETTINGS = { site: PUBLIC_SITE, frames: config.replies, variables: config.variables };

/**
 * The replies of `content/replies`, by id, with the steps of the articles as this build has them.
 * @throws Error that names every problem of every file
 */
export async function preparedReplies(): Promise<PreparedReply[]> {
  const entries = new Map<Language, ReadonlyMap<string, ArticleEntry>>();
  for (const language of LANGUAGES) entries.set(language, await articlesIn(language));
  const steps: StepsBySlug = (slug, language) => {
    const entry = entries.get(language)?.get(slug);
    return entry ? stepsOf(entry, language) : [];
  };
  const isPublic = ([, { data }]: [string, ArticleEntry]): boolean => data.audience === 'public';
  const files = await replyFiles();
  const problems = lintReplies(files, {
    articles: new Set([...entries.get('en')!].filter(isPublic).map(([slug]) => slug)),
    redirects: movedSlugs(),
    steps,
    settled: Object.keys(config.variables.en),
  });
  if (problems.length > 0)
    throw new ContentError(
      FOLDER,
      problems.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`),
    );
  return files.map(({ file, text }) => prepareReply(parseReply(file, text), steps, REPLY_SETTINGS));
}

/** When to use each of some replies; one that is not there is named by the lint, and left out here. */
export async function runbookReplies(ids: readonly string[]): Promise<Pick<PreparedReply, 'id' | 'use'>[]> {
  const files = ids.length === 0 ? [] : await replyFiles();
  const replies = files.map(({ file, text }) => ({
    name: path.posix.basename(file).replace(/\.ya?ml$/, ''),
    file,
    text,
  }));
  return ids.flatMap((id) => {
    const found = replies.find(({ name }) => name === id);
    return found ? [{ id, use: parseReply(found.file, found.text).use }] : [];
  });
}

async function replyFiles(): Promise<ReplyFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: path.posix.join(FOLDER, name),
      text: await readFile(path.join(FOLDER, name), 'utf8'),
    })),
  );
}

function stepsOf({ id, body }: ArticleEntry, language: Language) {
  const tree = parseMarkdown(body ?? '');
  // An article that is not translated yet is the English one in either language.
  const isTranslated = LOCALE_FOLDERS[language] === '' || id.startsWith(`${LOCALE_FOLDERS[language]}/`);
  substituteVariables(tree, config.variables[isTranslated ? language : 'en'], `content/docs/${id}.md`);
  return stepsIn(tree);
}
