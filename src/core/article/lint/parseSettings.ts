import { parse } from 'yaml';
import type { z } from 'zod';
import { ContentError, describeIssues } from '../contentError.ts';

/**
 * Reads a YAML file that the rules go by: the glossary, the names in the app, the redirects.
 * @throws ContentError naming the file, and each field that is wrong
 */
export function parseSettings<Output>(file: string, yaml: string, schema: z.ZodType<Output>): Output {
  let data: unknown;
  try {
    data = parse(yaml) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new ContentError(
      file,
      [`found YAML that cannot be read (${reason}). Fix: put text with a colon in quotes`],
      {
        cause: error,
      },
    );
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const hint = 'the top of the file says how it is written';
  throw new ContentError(
    file,
    describeIssues(result.error, data).map((problem) =>
      problem.replace(/Fix: see CONTRIBUTING\.md.*$/, `Fix: ${hint}.`),
    ),
  );
}
