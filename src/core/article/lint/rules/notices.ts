import type { FileFinding, PageRule } from '../rule.ts';

/** The boxes that the site has (https://starlight.astro.build/guides/authoring-content/#asides). */
const NOTICES: ReadonlySet<string> = new Set(['note', 'tip', 'caution', 'danger']);

/** A box of another name would be shown as nothing, and one that is not closed swallows the rest of the page. */
export const notices: PageRule = {
  kind: 'page',
  id: 'notices',
  check({ nodes, bodyStart, text }) {
    const findings: FileFinding[] = [];
    for (const node of nodes('containerDirective')) {
      const at = bodyStart + (node.position?.start.offset ?? 0);
      if (!NOTICES.has(node.name)) {
        const message = `There is no notice "${node.name}"; expected :::note, :::tip, :::caution or :::danger.`;
        findings.push({ at, severity: 'error', message });
      }
      const end = bodyStart + (node.position?.end.offset ?? 0);
      if (!/^\s*:::+\s*$/.test(text.slice(text.lastIndexOf('\n', end - 1) + 1, end))) {
        const message =
          'This notice is not closed, so that the rest of the page is in it. Write ::: on a line of its own after it.';
        findings.push({ at, severity: 'error', message });
      }
    }
    return findings;
  },
};
