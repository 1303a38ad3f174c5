import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '../config.ts';
import type { Edition } from '../core/article/edition.ts';
import { LANGUAGES } from '../core/article/language.ts';

/**
 * The sitemap, in the place of Starlight's: both languages of each page and the one for everybody else, the day it changed,
 * and only pages that ask to be found. What a page asks for is read from the page as it was built, so that no list of
 * exceptions can be forgotten.
 */
export function siteMap(edition: Edition, outDir: string): AstroIntegration {
  // Under this name nothing else makes one either: no page of the internal edition is to be found.
  if (edition === 'internal') return { name: '@astrojs/sitemap', hooks: {} };
  const read = (url: string): string => {
    const folder = decodeURI(new URL(url).pathname).slice(config.base.length);
    try {
      return readFileSync(path.join(outDir, folder, 'index.html'), 'utf8');
    } catch {
      return '';
    }
  };
  return sitemap({
    filter: (url) => isListed(read(url), url),
    serialize: (item) => {
      const html = read(item.url);
      const links = alternatesOf(html);
      const modified = /"dateModified":"([\d-]{10})"/.exec(html)?.[1];
      return { ...item, ...(links.length > 0 && { links }), ...(modified && { lastmod: modified }) };
    },
    i18n: { defaultLocale: LANGUAGES[0], locales: Object.fromEntries(LANGUAGES.map((each) => [each, each])) },
    namespaces: { news: false, image: false, video: false },
  });
}

/** Whether a page is one to be found: it is there, it does not say noindex, and it is not a copy of another one. */
function isListed(html: string, url: string): boolean {
  if (html === '' || /<meta[^>]*name="robots"[^>]*noindex/.test(html)) return false;
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  return canonical === undefined || canonical === url;
}

function alternatesOf(html: string): { readonly lang: string; readonly url: string }[] {
  return [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
    ([, lang, url]) => ({ lang: lang!, url: url! }),
  );
}
