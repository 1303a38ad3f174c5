import type { SiteRule } from '../rule.ts';
import type { PageFacts } from '../facts.ts';

/** What to read next is there, is another page, and may be read by the same people. */
export const related: SiteRule = {
  kind: 'site',
  id: 'related',
  *check({ pages, redirects }) {
    const known = new Map<string, PageFacts>(pages.map((page) => [`${page.language} ${page.slug}`, page]));
    for (const page of pages) {
      const seen = new Set<string>();
      for (const { text, place } of page.related) {
        const target = known.get(`${page.language} ${text}`) ?? known.get(`en ${text}`);
        const problem =
          text === page.slug
            ? 'is this page itself. Remove it'
            : seen.has(text)
              ? 'stands twice in this list. Remove one'
              : !target
                ? redirects[text]
                  ? `has moved. Write ${redirects[text]}`
                  : 'is not an article. Correct it, or remove it'
                : target.shared['audience']?.text === 'internal' && page.shared['audience']?.text === 'public'
                  ? 'is internal, and this page is public. Remove it'
                  : undefined;
        seen.add(text);
        if (problem)
          yield { file: page.file, place, severity: 'error', message: `related: "${text}" ${problem}.` };
      }
    }
  },
};
