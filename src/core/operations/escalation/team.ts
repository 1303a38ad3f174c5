import { z } from 'zod';
import { ContentError, describeIssues } from '../../article/contentError.ts';
import { readContentYaml } from '../../article/contentYaml.ts';
import { LANGUAGES } from '../../article/language.ts';
import { slug } from '../../article/schema.ts';
import { SEVERITIES } from '../handOver.ts';
import { bilingual } from '../../article/bilingual.ts';
import { FIELDS } from './fields.ts';
import { FORMATS } from './formats/format.ts';

const id = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'expected a name such as provider or pagedAt');

const extraField = z.strictObject({
  id: id.describe('Its name in sections and in "required".'),
  label: bilingual,
  hint: bilingual.optional().describe('What to write, in one sentence.'),
  choices: z.array(bilingual).optional().describe('If only these can be chosen.'),
});

const teamSchema = z.strictObject({
  name: bilingual,
  when: bilingual.describe('What belongs to this team, in one sentence.'),
  before: bilingual.optional().describe('What must be done before anything is written here.'),
  runbook: slug.describe('The runbook that says how to escalate to it.'),
  language: z.enum(LANGUAGES).describe('The language that the team reads: headings and labels are in it.'),
  format: z.enum(FORMATS).describe('How its tracker takes text; the agent can choose another.'),
  severities: z.array(z.enum(SEVERITIES)).min(1).describe('The levels that go this way.'),
  otherwise: bilingual.describe('Where a case of another level goes.'),
  extra: z.array(extraField).default([]).describe('What only this team asks.'),
  sections: z
    .array(z.strictObject({ heading: bilingual, fields: z.array(z.string()).min(1) }))
    .min(1)
    .describe('What it gets, in which order.'),
  required: z.array(z.string()).describe('What must be filled in.'),
  oneOf: z
    .array(z.array(z.string()).min(2))
    .default([])
    .describe('Groups of which at least one must be filled in.'),
});
/** `content/teams/<id>.yml`: what a team needs to start without asking back. */
export type Team = Readonly<z.infer<typeof teamSchema>> & { readonly id: string };

/**
 * Reads a team's template from its YAML.
 * @param teamId the name of its file without extension
 * @throws ContentError with everything that is wrong, and how to mend it
 */
export function parseTeam(teamId: string, file: string, yaml: string): Team {
  const data = readContentYaml(file, yaml, 'put a text with a colon in quotes');
  const result = teamSchema.safeParse(data);
  if (!result.success) throw new ContentError(file, describeIssues(result.error, data));
  const problems = fieldProblems(result.data);
  if (problems.length > 0) throw new ContentError(file, problems);
  return { id: teamId, ...result.data };
}

function fieldProblems({ extra, sections, required, oneOf }: z.infer<typeof teamSchema>): string[] {
  const known: readonly string[] = [...FIELDS, ...extra.map((field) => field.id)];
  // The title shows the summary, whatever the sections.
  const shown = ['summary', ...sections.flatMap(({ fields }) => fields)];
  return [
    ...extra
      .filter((field, i) => known.indexOf(field.id) !== FIELDS.length + i)
      .map(({ id: name }) => `extra: found ${name}, which is there already. Fix: give it another name`),
    ...[...shown, ...required, ...oneOf.flat()]
      .filter((name) => !known.includes(name))
      .map((name) => `found the field ${name}; expected one of ${known.join(', ')}. Fix: correct the name`),
    ...shown
      .filter((name, i) => shown.indexOf(name) < i)
      .map((name) => `sections: found ${name} twice; expected it once. Fix: remove one`),
    ...[...required, ...oneOf.flat()]
      .filter((name) => known.includes(name) && !shown.includes(name))
      .map((name) => `required: found ${name}, which no section shows. Fix: add it to a section`),
  ];
}
