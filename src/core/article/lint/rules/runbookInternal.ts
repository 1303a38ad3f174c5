import { textField } from '../page.ts';
import type { PageRule } from '../rule.ts';

/** What is written for the team stays inside: one wrong word here would publish it. */
export const runbookInternal: PageRule = {
  kind: 'page',
  id: 'runbook-internal',
  *check(page) {
    const isRunbook = textField(page, 'type') === 'runbook';
    const inFolder = page.slug.startsWith('runbooks/');
    if ((isRunbook || inFolder) && textField(page, 'audience') === 'public') {
      const message = 'A runbook must never be public. Write `audience: internal`.';
      yield { at: page.frontMatter.offsetOf(['audience']), severity: 'error', message };
    }
    if (isRunbook !== inFolder && 'type' in page.frontMatter.data) {
      const message = inFolder
        ? 'An article below runbooks/ is a runbook. Write `type: runbook`, or move the file.'
        : 'A runbook stands below runbooks/. Move the file, or write `type: faq` or `type: guide`.';
      yield { at: page.frontMatter.offsetOf(['type']), severity: 'error', message };
    }
  },
};
