import type { PageRule } from '../rule.ts';

/** The title is the page's first-level heading; those in the body go down one step at a time. */
export const headings: PageRule = {
  kind: 'page',
  id: 'headings',
  *check({ headings: all, nodes, bodyStart }) {
    for (const { value, position } of nodes('html')) {
      const place = value.search(/<h1\b/i);
      if (place < 0) continue;
      const message =
        '<h1> is a first-level heading, which the title already is. Write `## ` and the heading.';
      yield { at: bodyStart + (position?.start.offset ?? 0) + place, severity: 'error', message };
    }
    let above = 1;
    const seen = new Set<string>();
    for (const { depth, text, start } of all) {
      const marks = '#'.repeat(above + 1);
      if (depth === 1) {
        const message = `"${text}" is a first-level heading, which the title already is. Write \`## ${text}\`.`;
        yield { at: start, severity: 'error', message };
      } else if (depth > above + 1) {
        const message = `"${text}" skips a level: after ${above === 1 ? 'the title' : `a heading of level ${above}`} comes \`${marks}\`, not \`${'#'.repeat(depth)}\`.`;
        yield { at: start, severity: 'error', message };
      }
      if (text.trim() === '')
        yield {
          at: start,
          severity: 'error',
          message: 'This heading is empty. Write what the section answers, or remove it.',
        };
      else if (seen.has(text)) {
        const message = `There are two headings "${text}" on this page, so that a link could mean either. Say how they differ.`;
        yield { at: start, severity: 'warning', message };
      }
      seen.add(text);
      above = Math.max(depth, 1);
    }
  },
};
