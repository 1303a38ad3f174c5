import { glob, type Loader } from 'astro/loaders';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArticleFile } from '../core/article/article.ts';
import { ContentError } from '../core/article/contentError.ts';
import { belongsTo, type Edition } from '../core/article/edition.ts';

const BASE = 'content/docs';

/**
 * Loads the articles of an edition. What the edition may not hold is never read into Astro at all, so that no page,
 * sidebar, search, index, cache or link check can see it. Every wrong file is reported at once, before anything is built.
 */
export function editionLoader(edition: Edition): Loader {
  return {
    name: 'firstline-edition-loader',
    load: async (context) => {
      const foreign = await filesOutside(edition);
      const pattern = ['**/[^_]*.md', ...foreign.map((file) => `!${literal(file)}`)];
      await glob({ base: BASE, pattern }).load(context);
    },
  };
}

/** Paths below `content/docs` of the articles that an edition may not hold, drafts among them. */
async function filesOutside(edition: Edition): Promise<string[]> {
  const files = (await readdir(BASE, { recursive: true })).filter((file) => file.endsWith('.md'));
  const errors: string[] = [];
  const outside: string[] = [];
  for (const file of files.sort()) {
    const name = path.join(BASE, file);
    try {
      const { frontMatter } = parseArticleFile(file.replace(/\.md$/, ''), name, await readFile(name, 'utf8'));
      // Who writes a draft sees it in `npm run dev`; no build has it.
      const isHidden = frontMatter.draft && import.meta.env.PROD;
      if (isHidden || !belongsTo(edition, frontMatter.audience)) outside.push(file.replaceAll(path.sep, '/'));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      errors.push(error.message);
    }
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return outside;
}

/** A path as a pattern that matches it and nothing else, whatever characters its name has. */
function literal(file: string): string {
  return file.replace(/[()[\]{}!*?+@|\\]/g, '\\$&');
}
