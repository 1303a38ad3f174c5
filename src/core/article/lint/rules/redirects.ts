import type { SiteRule } from '../rule.ts';

const FILE = 'content/redirects.yml';

/** An old address leads to an article, straight, and is not in use again. */
export const redirects: SiteRule = {
  kind: 'site',
  id: 'redirects',
  *check({ pages, redirects: all }) {
    const slugs = new Set(pages.map(({ slug }) => slug));
    const at = { file: FILE, place: { line: 1, column: 1 }, severity: 'error' as const };
    for (const [from, to] of Object.entries(all)) {
      if (slugs.has(from))
        yield { ...at, message: `${from} is an article again, and cannot lead elsewhere. Remove the line.` };
      if (!slugs.has(to)) {
        const further = all[to];
        const mending = further
          ? `It has moved on to ${further}: write that.`
          : 'Write the article to go to instead.';
        yield { ...at, message: `${from} leads to ${to}, which is not an article. ${mending}` };
      }
    }
  },
};
