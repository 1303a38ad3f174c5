import { LANGUAGES, LOCALE_FOLDERS } from '../../language.ts';
import type { SiteRule } from '../rule.ts';
import { SHARED_FIELDS, type PageFacts } from '../facts.ts';

/** Both languages have the same pages, for the same people. */
export const languagePairs: SiteRule = {
  kind: 'site',
  id: 'language-pairs',
  *check({ pages }) {
    const known = new Map<string, PageFacts>(pages.map((page) => [`${page.language} ${page.slug}`, page]));
    for (const page of pages) {
      const other = LANGUAGES.find((language) => language !== page.language)!;
      const pair = known.get(`${other} ${page.slug}`);
      if (!pair) {
        const path = ['docs', LOCALE_FOLDERS[other], `${page.slug}.md`]
          .filter((part) => part !== '')
          .join('/');
        const message = `There is no ${other === 'en' ? 'English' : 'Chinese'} page of this name. Write content/${path}.`;
        yield { file: page.file, place: { line: 1, column: 1 }, severity: 'error', message };
      }
      if (!pair?.readable || !page.readable || page.language === 'en') continue;
      for (const field of SHARED_FIELDS) {
        const [here, there] = [page.shared[field]!, pair.shared[field]!];
        if (here.text === there.text) continue;
        const message = `${field} is "${here.text}" here and "${there.text}" in ${pair.file}. Both languages must say the same.`;
        // One page of two would be public, or the other way round.
        yield {
          file: page.file,
          place: here.place,
          severity: field === 'related' || field === 'products' ? 'warning' : 'error',
          message,
        };
      }
      if (page.sectionCount !== pair.sectionCount) {
        const message = `This page and the English one have a different number of sections (${page.sectionCount}, ${pair.sectionCount}). Say the same things under the same headings.`;
        yield { file: page.file, place: { line: 1, column: 1 }, severity: 'warning', message };
      }
    }
  },
};
