import { z } from 'zod';
import { signalsField } from '../operations/signals/signal.ts';
import { parseDurationDays } from './duration.ts';
import { translationSource } from './translationSource.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

export const slug = z
  .string()
  .regex(SLUG, 'expected a slug such as wallet/pending-transaction (lower case, digits, hyphens, slashes)');

/** YAML turns an unquoted 2026-11-16 into a date; a quoted one stays text. Both are taken. */
const day = z.coerce.date({ error: 'expected a date such as 2026-11-16' });

const reviewEvery = z.union([z.string(), z.number()]).transform((value, context) => {
  const days = parseDurationDays(value);
  if (days !== undefined) return days;
  context.addIssue({ code: 'custom', message: 'expected an interval such as "6 months", "90 days" or 90' });
  return z.NEVER;
});

/**
 * Every field of an article's front matter. The site and the scripts read articles through this schema, so what
 * builds is what is indexed, linted and mined against. `audience` has no default on purpose: a default would one
 * day publish a runbook, or hide an answer.
 */
export const frontMatterFields = {
  title: z.string().min(1).describe("The problem in the reader's words."),
  description: z
    .string()
    .default('')
    .describe('One sentence that gives the gist; shown in lists and results.'),
  type: z.enum(['faq', 'guide', 'runbook']).default('faq').describe('What kind of article it is.'),
  audience: z
    .enum(['public', 'internal'])
    .describe('Who may read it; internal never reaches the public edition.'),
  confidence: z
    .enum(['work-in-progress', 'not-validated', 'validated', 'archived'])
    .default('not-validated')
    .describe('How sure we are that it is right (KCS).'),
  owner: z.string().min(1).default('support').describe('The team that keeps it right.'),
  author: z.string().min(1).optional().describe('Who wrote it: a person or a team.'),
  reviewer: z
    .string()
    .min(1)
    .optional()
    .describe('Who last checked it; a validated article needs one who is not its author.'),
  reviewed: day.optional().describe('The day somebody last checked every sentence.'),
  reviewEvery: reviewEvery.default(180).describe('How long a review lasts, stored in days.'),
  questions: z.array(z.string().min(1)).default([]).describe('The problem as readers ask it; shown to them.'),
  products: z
    .array(z.enum(['wallet', 'card', 'payments', 'account']))
    .default([])
    .describe('The products it is about.'),
  related: z.array(slug).default([]).describe('Articles to read next.'),
  severity: z
    .enum(['sev1', 'sev2', 'sev3', 'sev4'])
    .optional()
    .describe('Runbooks: how grave it usually is.'),
  layer: z
    .enum(['client', 'api', 'backend', 'provider'])
    .optional()
    .describe('Runbooks: where the fault usually lies.'),
  signals: signalsField
    .optional()
    .describe(
      'Runbooks, the English page: queries that the page links to, with thresholds in both languages.',
    ),
  replies: z
    .array(
      z
        .string()
        .regex(
          /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
          'expected the name of a file of content/replies, such as card-declined',
        ),
    )
    .default([])
    .describe('Runbooks: replies for what to tell the customer, by the names of their files.'),
  draft: z
    .boolean()
    .default(false)
    .describe('Being written: in no edition, on no page, in no index and no search.'),
  minedFrom: z
    .strictObject({
      issue: z
        .string()
        .regex(/^[0-9a-f]{12}$/, 'expected the id of a recurring issue, 12 hexadecimal digits'),
      tickets: z.int().nonnegative(),
      people: z.int().nonnegative(),
      from: day.optional(),
      to: day.optional(),
    })
    .optional()
    .describe('Drafts from mining: the issue, how many wrote about it, and between which days.'),
  source: translationSource
    .optional()
    .describe('Translations: the hash of each section of the English page they were made from.'),
} as const;

export const frontMatterSchema = z.object(frontMatterFields);
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** `content/phrasings/<slug>.yml`: ways people put the problem an article answers. */
const phrasing = z.union([
  z
    .string()
    .min(1)
    .transform((text) => ({ text, from: 'written' })),
  z.strictObject({
    text: z.string().min(1),
    from: z.string().min(1).describe('The recurring issue it was mined from.'),
  }),
]);

export const phrasingsSchema = z.strictObject({
  en: z.array(phrasing).default([]).describe('In English.'),
  'zh-CN': z.array(phrasing).default([]).describe('In Chinese.'),
});
export type Phrasings = z.infer<typeof phrasingsSchema>;
