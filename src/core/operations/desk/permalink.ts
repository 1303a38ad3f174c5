import { LANGUAGES, LOCALE_FOLDERS, parseLanguage, type Language } from '../../article/language.ts';

/** How a permalink names its customer's language: `#en`, `#zh-cn`. A fragment is sent to no server. */
const TAGS: Readonly<Record<Language, string>> = { en: 'en', 'zh-CN': LOCALE_FOLDERS['zh-CN'] };

/**
 * An article's address that stays when the article is renamed, and leads readers to their language.
 * @param site address of the site with its base, with a slash at the end: `https://help.example.com/`
 * @param language of whom it is for; left out, the reader's browser decides
 */
export function permalink(site: string, slug: string, language?: Language): string {
  return `${site}a/${slug}/${language ? `#${TAGS[language]}` : ''}`;
}

/**
 * The language that a permalink leads to: what its fragment says, else the first of the browser's languages that the site
 * has, else English.
 * @param fragment with or without #
 * @param preferred the browser's, the most wanted first
 */
export function permalinkLanguage(fragment: string, preferred: readonly string[]): Language {
  const tag = fragment.replace(/^#/, '').toLowerCase();
  const named = LANGUAGES.find((language) => TAGS[language] === tag);
  return named ?? preferred.map(parseLanguage).find((language) => language !== undefined) ?? 'en';
}

/** A page that a permalink is made for. */
export interface PermalinkPage {
  /** What stands in its address; it may be one that the article had once. */
  readonly from: string;
  /** The article's slug today. */
  readonly to: string;
}

/**
 * Every permalink of an edition: one for each article that it holds, and one for each address that such an article had.
 * @param redirects old slug → new slug, as content/redirects.yml has them
 */
export function permalinkPages(
  slugs: readonly string[],
  redirects: Readonly<Record<string, string>>,
): PermalinkPage[] {
  const known = new Set(slugs);
  const moved = Object.entries(redirects)
    .filter(([from, to]) => known.has(to) && !known.has(from))
    .map(([from, to]) => ({ from, to }));
  return [...slugs.map((slug) => ({ from: slug, to: slug })), ...moved];
}
