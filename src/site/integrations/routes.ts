import type { Edition } from '../../core/article/edition.ts';
import { LANGUAGES, LOCALE_FOLDERS } from '../../core/article/language.ts';

/** A route that is not an article: its pattern, and the file of `src/site/pages` that makes it. */
export interface Route {
  readonly pattern: string;
  readonly page: string;
}

/** Pages in both editions, made once for each language. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'Home.astro',
  '/contact': 'Contact.astro',
  '/verify': 'Verify.astro',
  '/[section]': 'Section.astro',
};

/** Pages of the internal edition only, made once for each language. */
const INTERNAL_PAGES: Readonly<Record<string, string>> = {
  '/mining': 'Mining.astro',
};

/** Made once, whatever the language: what browsers and programs read. */
const ENDPOINTS: Readonly<Record<string, string>> = {
  '/404': 'NotFound.astro',
  '/knowledge/[...file]': 'knowledge.ts',
  '/widget/v1/[file]': 'widget.ts',
};

/** Every route that an edition adds to its articles. */
export function routesFor(edition: Edition): Route[] {
  return [
    ...Object.entries(pagesFor(edition)).flatMap(([pattern, page]) =>
      LANGUAGES.map((language) => ({ pattern: localized(pattern, LOCALE_FOLDERS[language]), page })),
    ),
    ...Object.entries(ENDPOINTS).map(([pattern, page]) => ({ pattern, page })),
  ];
}

/**
 * Addresses of those pages as globs. The validator of links sees articles only, and must be told what else is there:
 * the pages of both editions, because the one that looks for internal links in public articles is the lint.
 */
export function addedAddresses(): string[] {
  return Object.keys(pagesFor('internal'))
    .filter((pattern) => pattern !== '/' && pattern !== '/[section]')
    .flatMap((pattern) =>
      LANGUAGES.map((language) => {
        const address = localized(pattern, LOCALE_FOLDERS[language]);
        return `${address.replace(/\[\.{0,3}[^\]]+\]/g, '*')}/`;
      }),
    );
}

function pagesFor(edition: Edition): Readonly<Record<string, string>> {
  return edition === 'internal' ? { ...PAGES, ...INTERNAL_PAGES } : PAGES;
}

function localized(pattern: string, folder: string): string {
  return (folder ? `/${folder}${pattern}` : pattern).replace(/(?<=.)\/$/, '');
}
