import { textField } from '../page.ts';
import type { PageRule } from '../rule.ts';

/** KCS: an article is validated by somebody who did not write it. */
export const reviewer: PageRule = {
  kind: 'page',
  id: 'reviewer',
  *check(page) {
    if (textField(page, 'confidence') !== 'validated') return;
    const { offsetOf } = page.frontMatter;
    const [author, by] = [textField(page, 'author').trim(), textField(page, 'reviewer').trim()];
    if (by === '') {
      const message =
        'A validated article names who checked it. Add a line such as `reviewer: security-team`, or write `confidence: not-validated`.';
      yield { at: offsetOf(['confidence']), severity: 'error', message };
    }
    if (author === '') {
      const message =
        'A validated article names its author too, so that the reviewer can be another. Add a line such as `author: wallet-support`.';
      yield { at: offsetOf(['confidence']), severity: 'error', message };
    } else if (by.toLowerCase() === author.toLowerCase()) {
      const message = `The author and the reviewer are both "${by}". Have somebody else check it and name them, or write \`confidence: not-validated\`.`;
      yield { at: offsetOf(['reviewer']), severity: 'error', message };
    }
  },
};
