import type { z } from 'zod';

/** A file of `content/` that cannot be used: names the file, the field, what was found and how to mend it. */
export class ContentError extends Error {
  readonly file: string;

  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super([`${file} cannot be used:`, ...problems.map((problem) => `  - ${problem}`)].join('\n'), options);
    this.name = 'ContentError';
    this.file = file;
  }
}

/** How to mend each field, in the words of somebody who edits Markdown. */
const FIXES: Readonly<Record<string, string>> = {
  title: "add a line such as `title: My transfer is stuck`, in the reader's words",
  type: 'write one of: faq, guide, runbook',
  audience: 'write `audience: public` for customers, `audience: internal` for the team only',
  confidence: 'write one of: work-in-progress, not-validated, validated, archived',
  author: 'write the name of a person or team, or remove the line',
  reviewer: 'write the name of the person or team that checked it, or remove the line',
  reviewed: 'write the day of the last review as YYYY-MM-DD',
  reviewEvery: 'write an interval such as `6 months`',
  questions: 'write a list, one `- question` a line; quote a question that contains a colon',
  products: 'write a list of: wallet, card, payments, account',
  related: 'write a list of slugs, such as `[wallet/wrong-network]`',
  severity: 'write one of: sev1, sev2, sev3, sev4, or remove the line',
  layer: 'write one of: client, api, backend, provider, or remove the line',
  signals:
    'copy an entry of another runbook; each has id, tool, title, query and threshold, words in both languages',
  replies: 'write a list of names of files in content/replies without .yml, such as `[card-declined]`',
  source: 'remove the line and run `npm run content:translations -- --stamp <slug>`',
};

/** One line for each thing Zod found: field, found, expected, fix. */
export function describeIssues(error: z.ZodError, input: unknown): string[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String);
    const field = path.join('.') || '(front matter)';
    const fix = FIXES[path[0] ?? ''] ?? 'see CONTRIBUTING.md for the fields and their values';
    const message = issue.message.replace(/^Invalid (?:input|option): /, '');
    return `${field}: found ${show(valueAt(input, issue.path))}; ${message}. Fix: ${fix}.`;
  });
}

/** What stands at a path of parsed data; undefined where nothing does. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** A value as an error shows it: as JSON, not too long. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = asJson(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** JSON, as far as there is any: an anchor of YAML can stand within what it names, and a number can be too large. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'a value that JSON cannot hold';
  }
}
