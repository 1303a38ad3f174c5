import type { z } from 'zod';
import { ContentError, describeIssues } from '../contentError.ts';
import { readContentYaml } from '../contentYaml.ts';

/**
 * Reads a YAML file that the rules go by: the glossary, the names in the app, the redirects.
 * @throws ContentError naming the file, and each field that is wrong
 */
export function parseSettings<Output>(file: string, yaml: string, schema: z.ZodType<Output>): Output {
  const data = readContentYaml(file, yaml, 'put text with a colon in quotes');
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
