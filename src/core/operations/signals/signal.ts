import { z } from 'zod';
import { bilingual } from '../../article/bilingual.ts';
import { SPANS } from './timeWindow.ts';

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
    window: z
      .enum(SPANS, `expected one of ${SPANS.join(', ')}`)
      .optional()
      .describe('How far back it looks unless the agent chooses; the last hour if absent.'),
    dashboard: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected the name of a dashboard in src/config.ts, such as card')
      .optional()
      .describe('The dashboard that shows it among others, by its name under `dashboards` in src/config.ts.'),
  }),
);

export type Signal = Readonly<z.infer<typeof signalsField>[number]>;
export type Tool = Signal['tool'];
