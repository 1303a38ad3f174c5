import { LOCALE_FOLDERS } from '../../language.ts';
import type { PageFacts } from '../facts.ts';
import type { SiteRule } from '../rule.ts';

/** Every picture is there, and is our own: a page asks no other site for anything. */
export const images: SiteRule = {
  kind: 'site',
  id: 'images',
  *check({ pages }, { assets }) {
    const known = assets && new Set(assets);
    for (const page of pages) {
      for (const { url, place } of page.images) {
        const at = { file: page.file, place, severity: 'error' as const };
        if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
          const message = `${url} is on another site, which would learn who reads this page. Put the picture into public/, and write its path.`;
          yield { ...at, message };
        } else if (known && !known.has(addressOf(url, page))) {
          const mending = url.startsWith('/')
            ? `Put it into public${url}, or correct the path`
            : 'Put it beside the article, or correct the path';
          yield { ...at, message: `There is no picture ${url}. ${mending}.` };
        }
      }
    }
  },
};

/** The address of a picture as `assets` has it. */
function addressOf(url: string, { slug, language }: PageFacts): string {
  const page = ['docs', LOCALE_FOLDERS[language], slug].filter((part) => part !== '').join('/');
  const { pathname } = new URL(url, `file:///${page}`);
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
