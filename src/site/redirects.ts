import { readFileSync } from 'node:fs';
import { LANGUAGES, LOCALE_FOLDERS } from '../core/article/language.ts';
import { parseSettings } from '../core/article/lint/parseSettings.ts';
import { redirectsSchema, type Redirects } from '../core/article/lint/redirects.ts';

const FILE = 'content/redirects.yml';

/** Articles that have moved: old slug → new slug, for both languages. */
export function movedSlugs(): Redirects {
  return parseSettings(FILE, readFileSync(FILE, 'utf8'), redirectsSchema);
}

/** Where addresses lead whose article has moved, in every language, as Astro takes them. */
export function redirects(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(movedSlugs()).flatMap(([from, to]) =>
      LANGUAGES.map((language) => {
        const folder = LOCALE_FOLDERS[language];
        const at = (slug: string): string => (folder ? `/${folder}/${slug}/` : `/${slug}/`);
        return [at(from), at(to)] as const;
      }),
    ),
  );
}
