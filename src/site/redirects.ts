import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { LANGUAGES, LOCALE_FOLDERS } from '../core/article/language.ts';
import { redirectsSchema } from '../core/article/lint/redirects.ts';

const FILE = 'content/redirects.yml';

/** Where addresses lead whose article has moved, in every language, as Astro takes them. */
export function redirects(): Record<string, string> {
  const result = redirectsSchema.safeParse(parse(readFileSync(FILE, 'utf8')) ?? {});
  if (!result.success)
    throw new Error(`${FILE}: expected old slug: new slug on each line; npm run content:rename writes it.`);
  return Object.fromEntries(
    Object.entries(result.data).flatMap(([from, to]) =>
      LANGUAGES.map((language) => {
        const folder = LOCALE_FOLDERS[language];
        const at = (slug: string): string => (folder ? `/${folder}/${slug}/` : `/${slug}/`);
        return [at(from), at(to)] as const;
      }),
    ),
  );
}
