import { ContentError, describeIssues } from '../../article/contentError.ts';
import { readContentYaml } from '../../article/contentYaml.ts';
import { replySchema, type Reply } from './reply.ts';

/** How to mend each field, in the words of somebody who edits YAML. */
const FIXES: Readonly<Record<string, string>> = {
  article:
    'write the address of a public article without slashes at its ends, such as `article: card/card-declined`',
  use: 'write when to use the reply, `en:` and `zh-CN:` below `use:`',
  variables: 'write each as `name: { type: amount, label: { en: Amount, zh-CN: 金额 } }`',
  steps: 'write the heading in the article, `en:` and `zh-CN:` below `steps:`, or remove the field',
  body: 'write `en: |` and `zh-CN: |` below `body:`, and the text indented below each',
};

/**
 * Reads `content/replies/<id>.yml`.
 * @param file the path to name in errors; its name is the reply's id
 * @throws ContentError naming every field that is wrong, what was found, and how to mend it
 */
export function parseReply(file: string, yaml: string): Reply {
  const id = /([^/\\]+)\.ya?ml$/.exec(file)?.[1] ?? '';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    throw new ContentError(file, [
      `(name): found "${id}"; expected lower case, digits and hyphens. Fix: rename the file, such as card-declined.yml.`,
    ]);
  }
  const data = readContentYaml(file, yaml, 'put text with a colon in quotes, or below `|`');
  const result = replySchema.safeParse(data);
  if (result.success) return { id, ...result.data };
  throw new ContentError(file, describeIssues(result.error, data).map(withOwnFix));
}

function withOwnFix(problem: string): string {
  const field = /^[a-z]+/.exec(problem)?.[0] ?? '';
  const fix = FIXES[field] ?? `a reply has the fields ${Object.keys(FIXES).join(', ')}`;
  return problem.replace('(front matter)', '(file)').replace(/Fix: .*$/, `Fix: ${fix}.`);
}
