import { slug as slugSchema } from '../../schema.ts';
import type { PageRule } from '../rule.ts';

/** The path of a file is the address of a page, in both languages. */
export const slug: PageRule = {
  kind: 'page',
  id: 'slug',
  *check({ slug }) {
    if (slugSchema.safeParse(slug).success && slug.includes('/')) return;
    yield {
      at: 0,
      severity: 'error',
      message: `The address would be "${slug}": expected a folder and a name in lower case, digits and hyphens, such as wallet/pending-transaction. Rename the file in both languages.`,
    };
  },
};
