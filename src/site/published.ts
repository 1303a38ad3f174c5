import { getCollection } from 'astro:content';
import { config } from '../config.ts';
import { LANGUAGES, splitLocale, type Language } from '../core/article/language.ts';
import { publishArticle, type PublishedArticle } from '../core/article/publishedArticle.ts';
import { frontMatterSchema } from '../core/article/schema.ts';
import type { ArticleEntry } from './articles.ts';
import { lastCommits } from './history.ts';
import { pageHref } from './language.ts';

/** Where the site is served, with its folder and a slash at the end. */
export const ROOT = new URL(config.base, config.site).href;

/** The address of a page, absolute: `pageUrl('wallet/gas', 'zh-CN')`; '' is the home page. */
export function pageUrl(slug: string, language: Language): string {
  return new URL(pageHref(slug, language), config.site).href;
}

/** The articles of this edition that have a page, in one language, by slug in the order of slugs; drafts have none. */
export async function publishedIn(language: Language): Promise<ReadonlyMap<string, PublishedArticle>> {
  const entries = await getCollection(
    'docs',
    ({ id, data }) => !data.draft && splitLocale(id).language === language,
  );
  const slugs = new Set(entries.map(({ id }) => splitLocale(id).slug));
  const articles = (await Promise.all(entries.map(publish))).map(({ related, ...article }) => ({
    ...article,
    related: related.filter((other) => slugs.has(other)),
  }));
  return new Map(articles.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)).map((each) => [each.slug, each]));
}

/** The same for both languages. */
export async function published(): Promise<readonly PublishedArticle[]> {
  return (await Promise.all(LANGUAGES.map(publishedIn))).flatMap((articles) => [...articles.values()]);
}

/**
 * What was made of an article, by its id and the digest of its file: six endpoints and its page ask for the same, and each
 * making takes a hundredth of a second.
 */
const made = new Map<string, Promise<PublishedArticle>>();

/** One of them, for a page that needs no other. */
export function publish(entry: ArticleEntry): Promise<PublishedArticle> {
  const key = `${entry.id} ${entry.digest}`;
  const known = made.get(key);
  if (known) return known;
  const making = make(entry);
  // A failure is told once more to whoever asks again.
  making.catch(() => made.delete(key));
  made.set(key, making);
  return making;
}

async function make({ id, data, body, filePath }: ArticleEntry): Promise<PublishedArticle> {
  const source = { id, frontMatter: frontMatterSchema.parse(data), body: body ?? '' };
  const changed = (await commits()).get(filePath ?? '');
  return publishArticle(source, { root: ROOT, variables: config.variables, changed });
}

/** One look at the history a build: it does not change while pages are made. */
let reading: ReturnType<typeof lastCommits> | undefined;
function commits(): ReturnType<typeof lastCommits> {
  return (reading ??= lastCommits(process.cwd(), 'content/docs'));
}
