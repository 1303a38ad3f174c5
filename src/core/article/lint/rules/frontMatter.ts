import { describeIssues } from '../../contentError.ts';
import { frontMatterFields, frontMatterSchema } from '../../schema.ts';
import { translationSource } from '../../translationSource.ts';
import type { PageRule } from '../rule.ts';

/** Fields of Starlight's own that an article may have (https://starlight.astro.build/reference/frontmatter/). */
const STARLIGHT =
  'slug editUrl head tableOfContents template hero lastUpdated prev next sidebar banner pagefind draft';
const KNOWN: ReadonlySet<string> = new Set([...Object.keys(frontMatterFields), ...STARLIGHT.split(' ')]);

const schema = frontMatterSchema.extend({ source: translationSource.optional() });

/** Every field is one of ours, and holds what it should. */
export const frontMatter: PageRule = {
  kind: 'page',
  id: 'front-matter',
  *check({ frontMatter: { data, offsetOf, offsetOfKey } }) {
    const result = schema.safeParse(data);
    if (!result.success) {
      const messages = describeIssues(result.error, data);
      for (const [i, issue] of result.error.issues.entries())
        yield { at: offsetOf(issue.path), severity: 'error', message: messages[i]! };
    }
    for (const key of Object.keys(data)) {
      if (KNOWN.has(key)) continue;
      const near = [...KNOWN].find((known) => isNear(key, known));
      const mending = near ? `Did you mean "${near}"?` : 'Remove it; CONTRIBUTING.md lists the fields.';
      yield { at: offsetOfKey(key), severity: 'error', message: `There is no field "${key}". ${mending}` };
    }
  },
};

/** Whether two names differ in case or by one slip of the fingers. */
function isNear(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other || `${one}s` === other || one === `${other}s`) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [restOne, restOther] = [one.slice(same), other.slice(same)];
  return (
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1) ||
    restOne.slice(1) === restOther.slice(1) ||
    (restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2))
  );
}
