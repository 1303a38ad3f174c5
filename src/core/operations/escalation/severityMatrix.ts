import { z } from 'zod';
import { ContentError, describeIssues } from '../../article/contentError.ts';
import { readContentYaml } from '../../article/contentYaml.ts';
import { SEVERITIES } from '../handOver.ts';
import { bilingual } from '../../article/bilingual.ts';

const severityMatrixSchema = z.strictObject({
  levels: z
    .array(
      z.strictObject({
        level: z.enum(SEVERITIES),
        summary: bilingual.describe(
          'What it looks like, in one line; the runbook on severity says the same.',
        ),
      }),
    )
    .describe('All four levels, the gravest first.'),
  reasons: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a name such as funds-at-risk'),
        level: z.enum(SEVERITIES).describe('The level that this alone gives.'),
        text: bilingual.describe('A fact that an agent can see and tick.'),
      }),
    )
    .min(1),
});
/** `content/severity.yml`: what each level means, and the facts that lead to it. */
export type SeverityMatrix = Readonly<z.infer<typeof severityMatrixSchema>>;

/**
 * Reads the matrix from its YAML.
 * @throws ContentError with everything that is wrong, and how to mend it
 */
export function parseSeverityMatrix(file: string, yaml: string): SeverityMatrix {
  const data = readContentYaml(file, yaml, 'put a text with a colon in quotes');
  const result = severityMatrixSchema.safeParse(data);
  if (!result.success) throw new ContentError(file, describeIssues(result.error, data));
  const { levels, reasons } = result.data;
  const problems = [
    ...(levels.map(({ level }) => level).join() === SEVERITIES.join()
      ? []
      : [
          `levels: found ${levels.map(({ level }) => level).join(', ')}; expected ${SEVERITIES.join(', ')}, in this order. Fix: write each once`,
        ]),
    ...reasons
      .filter(({ id }, i) => reasons.findIndex((other) => other.id === id) < i)
      .map(({ id }) => `reasons: found ${id} twice; expected it once. Fix: rename one`),
    ...SEVERITIES.filter((level) => !reasons.some((reason) => reason.level === level)).map(
      (level) => `reasons: found none for ${level}; expected at least one. Fix: add a fact that gives it`,
    ),
  ];
  if (problems.length > 0) throw new ContentError(file, problems);
  return result.data;
}
