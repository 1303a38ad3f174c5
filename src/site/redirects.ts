import { readFileSync } from 'node:fs';
import { belongsTo, type Edition } from '../core/article/edition.ts';
import { LANGUAGES, LOCALE_FOLDERS } from '../core/article/language.ts';
import { parseSettings } from '../core/article/lint/parseSettings.ts';
import { redirectsSchema, type Redirects } from '../core/article/lint/redirects.ts';
import { splitFrontMatter } from '../core/article/markdown.ts';

const FILE = 'content/redirects.yml';

/** Articles that have moved: old slug → new slug, for both languages. */
export function movedSlugs(): Redirects {
  return parseSettings(FILE, readFileSync(FILE, 'utf8'), redirectsSchema);
}

/**
 * Where addresses lead whose article has moved, in every language, as Astro takes them. The public edition does not learn
 * what an internal page is called, or was.
 */
export function redirects(
  edition: Edition,
  moved = movedSlugs(),
  isPublic: (slug: string) => boolean = isPublicArticle,
): Record<string, string> {
  const shown = Object.entries(moved).filter(([, to]) =>
    belongsTo(edition, isPublic(to) ? 'public' : 'internal'),
  );
  return Object.fromEntries(
    shown.flatMap(([from, to]) =>
      LANGUAGES.map((language) => {
        const folder = LOCALE_FOLDERS[language];
        const at = (slug: string): string => (folder ? `/${folder}/${slug}/` : `/${slug}/`);
        return [at(from), at(to)] as const;
      }),
    ),
  );
}

/** What cannot be read is not public here; the loader of articles says what is wrong with it. */
function isPublicArticle(slug: string): boolean {
  const file = `content/docs/${slug}.md`;
  try {
    const { data } = splitFrontMatter(file, readFileSync(file, 'utf8'));
    return typeof data === 'object' && data !== null && Reflect.get(data, 'audience') === 'public';
  } catch {
    return false;
  }
}
