import { z } from 'zod';
import { bilingual } from '../../article/bilingual.ts';

export const TOOLS = ['grafana', 'datadog', 'kibana'] as const;

/** `signals` in the front matter of an English runbook; its translation shows the same ones. */
export const signalsField = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a name such as error-share')
      .describe('Its name on this page.'),
    tool: z.enum(TOOLS).describe('Where the query runs.'),
    view: z
      .enum(['logs', 'metrics', 'traces', 'events'])
      .optional()
      .describe('Datadog: which of its explorers; logs unless said otherwise.'),
    title: bilingual.describe('What it shows.'),
    query: z
      .string()
      .min(1)
      .describe(
        'The query of a code block of the page, to the letter. `<user_id>` is filled in by the agent.',
      ),
    threshold: bilingual.describe('When to worry, in words.'),
    datasource: z
      .string()
      .min(1)
      .optional()
      .describe("Grafana: the uid of a data source other than the deployment's usual one."),
    index: z.string().min(1).optional().describe('Kibana: the index pattern, such as wallet-api-*.'),
    dashboard: z
      .string()
      .regex(
        /^[\w-]+(?:\/[\w-]+)*$/,
        "expected the part of its address after the tool's own, such as d/abc123/sending",
      )
      .optional()
      .describe('A dashboard of the same tool that shows it among others.'),
  }),
);

export type Signal = Readonly<z.infer<typeof signalsField>[number]>;
export type Tool = Signal['tool'];
