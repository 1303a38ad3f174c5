import { describeIssues } from '../../contentError.ts';
import { frontMatterFields, frontMatterSchema } from '../../schema.ts';
import { translationSource } from '../../translationSource.ts';
import type { Page } from '../page.ts';
import { REQUIRED_FIELDS } from '../requiredFields.ts';
import type { FileFinding, PageRule } from '../rule.ts';

/** Fields of Starlight's own that an article may have (https://starlight.astro.build/reference/frontmatter/). */
const STARLIGHT =
  'slug editUrl head tableOfContents template hero lastUpdated prev next sidebar banner pagefind draft';
const KNOWN: ReadonlySet<string> = new Set([...Object.keys(frontMatterFields), ...STARLIGHT.split(' ')]);

const schema = frontMatterSchema.extend({ source: translationSource.optional() });

/** Every field is one of ours, holds what it should, and what a page must say of itself is there. */
export const frontMatter: PageRule = {
  kind: 'page',
  id: 'front-matter',
  *check(page) {
    const { data, offsetOf, offsetOfKey } = page.frontMatter;
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
    // What is there and wrong has been said above.
    const wrong = new Set(result.error?.issues.map(({ path }) => path[0]));
    yield* missing(page, wrong);
  },
};

/** What is being written may still lack something: no reader of the public site gets it. */
function* missing(
  { frontMatter: { data, offsetOf } }: Page,
  wrong: ReadonlySet<PropertyKey | undefined>,
): Iterable<FileFinding> {
  if (data['draft'] === true || data['confidence'] === 'work-in-progress') return;
  for (const { field, severity, expected, fix } of REQUIRED_FIELDS) {
    const value = data[field];
    const isMissing =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isMissing || wrong.has(field)) continue;
    const message = `${field}: found ${Array.isArray(value) ? 'an empty list' : 'nothing'}; expected ${expected}. Fix: ${fix}.`;
    yield { at: offsetOf([field]), severity, message };
  }
}

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
