import { textField } from '../page.ts';
import type { PageRule } from '../rule.ts';

/** What templates leave to be written, and what people leave for later. */
const LEFT = /\b(?:TODO|FIXME|TBD|XXX)\b|待写：?|待补充/g;

/** A page that readers get says everything; one in progress is inside only. */
export const unfinished: PageRule = {
  kind: 'page',
  id: 'unfinished',
  *check(page) {
    const isDraft = textField(page, 'confidence') === 'work-in-progress';
    const { offsetOf, data } = page.frontMatter;
    if (isDraft && data['audience'] === 'public') {
      const message =
        'This page is work in progress and public. Finish it and write `confidence: not-validated`, or write `audience: internal` until then.';
      yield { at: offsetOf(['confidence']), severity: 'warning', message };
    }
    if (isDraft) return;
    for (const { 0: found, index } of page.text.matchAll(LEFT))
      yield {
        at: index,
        severity: 'error',
        message: `"${found}" was left to be done. Write it, or set \`confidence: work-in-progress\`.`,
      };
  },
};
