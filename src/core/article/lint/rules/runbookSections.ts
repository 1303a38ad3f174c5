import { textField } from '../page.ts';
import { RUNBOOK_SECTIONS } from '../runbookSections.ts';
import type { PageRule } from '../rule.ts';

/** Whoever opens a runbook at night finds each thing where it always is. */
export const runbookSections: PageRule = {
  kind: 'page',
  id: 'runbook-sections',
  *check(page) {
    if (textField(page, 'type') !== 'runbook') return;
    const { language } = page;
    const sections = page.headings.filter(({ depth }) => depth === 2);
    let previous = -1;
    for (const { what, heading, example } of RUNBOOK_SECTIONS) {
      const place = sections.findIndex(({ text }) => heading[language].test(text.trim()));
      if (place < 0) {
        const message = `This runbook does not say ${what}. Add the section \`## ${example[language]}\`.`;
        yield { at: page.blocks[0]?.starts[0] ?? page.bodyStart, severity: 'error', message };
        continue;
      }
      if (place < previous) {
        const order = RUNBOOK_SECTIONS.map((section) => section.example[language]).join(' · ');
        const message = `"${sections[place]!.text}" stands too late. The order is: ${order}.`;
        yield { at: sections[place]!.start, severity: 'warning', message };
      }
      previous = Math.max(previous, place);
    }
  },
};
