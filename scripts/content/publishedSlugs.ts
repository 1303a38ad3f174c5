import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageFacts } from '../../src/core/article/lint/facts.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { replaceFile } from './changeFiles.ts';
import { nameOf } from './readContent.ts';

/** Every slug that was ever public, from the project's folder: `/a/<slug>/` stands in replies that were sent. */
export const PUBLISHED_SLUGS = 'tests/fixtures/publishedSlugs.txt';

/** Those of some public slugs that the list lacks; none in a project without a list. */
export async function unlistedSlugs(root: string, slugs: readonly string[]): Promise<string[]> {
  const file = path.join(root, PUBLISHED_SLUGS);
  if (!existsSync(file)) return [];
  const listed = new Set((await readFile(file, 'utf8')).split(/\r?\n/));
  return slugs.filter((slug) => !listed.has(slug));
}

/** Writes slugs to the end of the list. */
export async function listSlugs(root: string, slugs: readonly string[]): Promise<void> {
  const file = path.join(root, PUBLISHED_SLUGS);
  const text = await readFile(file, 'utf8');
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  await replaceFile(file, start + slugs.map((slug) => `${slug}\n`).join(''));
}

/** A problem for each public article that the list lacks, which `--fix` writes there. */
export async function publishedProblems(root: string, pages: readonly PageFacts[]): Promise<Problem[]> {
  const isPublished = ({ language, shared, draft, slug }: PageFacts): boolean =>
    language === 'en' && shared['audience']?.text === 'public' && !draft && !/(?:^|\/)_/.test(slug);
  const slugs = await unlistedSlugs(root, pages.filter(isPublished).map(({ slug }) => slug));
  if (slugs.length === 0) return [];
  const full = path.join(root, PUBLISHED_SLUGS);
  const text = await readFile(full, 'utf8');
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  return slugs.map((slug, i) => ({
    file: nameOf(full),
    line: text.split('\n').length,
    column: 1,
    rule: 'published-slugs',
    severity: 'error',
    message: `${slug} is public and not on this list, which keeps the addresses alive that replies are sent with. Add it with \`npm run content:lint -- --fix\`.`,
    fix: { start: text.length, end: text.length, text: `${i === 0 ? lead : ''}${slug}\n` },
  }));
}
