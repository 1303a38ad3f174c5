import { z } from 'zod';
import { LANGUAGES } from '../article/language.ts';
import { SKIP_REASONS } from '../ticket/ticket.ts';
import { GAP_KINDS } from './gap.ts';
import { DIRECTIONS } from './trend.ts';

export const REPORT_VERSION = 1;

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const day = z.iso.date();
const languageCounts = z.object({ en: count, 'zh-CN': count, other: count });

const example = z.object({
  ticketId: z.string().describe('As in the export.'),
  text: z.string().max(240).describe('Redacted.'),
});

const gap = z.object({
  kind: z.enum(GAP_KINDS).describe('Whether the articles answer it.'),
  slug: z.string().nullable().describe('The article that covers it, or that agents link.'),
  asked: count.describe('Members whose words were put to the suggestions.'),
  answered: z
    .array(z.object({ slug: z.string(), share, meanProbability: share }))
    .describe('For what share of them each article would be shown first.'),
  linked: z
    .array(z.object({ slug: z.string(), share }))
    .describe('Share of the answers that link each article.'),
});

const recurringIssue = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('The same for the same central tickets.'),
  title: z
    .string()
    .describe("A central ticket's subject or first sentence, redacted, in the language of most."),
  titles: z
    .partialRecord(z.enum(LANGUAGES), z.string())
    .default({})
    .describe('The same in each language that the tickets are in.'),
  terms: z.object({ en: z.array(z.string()), 'zh-CN': z.array(z.string()) }).describe('What sets it apart.'),
  tickets: count.describe('All tickets, repeated ones included.'),
  share: share.describe('Of all tickets of the report.'),
  duplicates: count.describe('Tickets that repeat an earlier one.'),
  languages: languageCounts,
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  weekly: z
    .array(z.object({ week: z.string().regex(/^\d{4}-W\d{2}$/), tickets: count }))
    .describe('ISO weeks, over the whole range of the report, oldest first.'),
  trend: z.object({
    direction: z.enum(DIRECTIONS),
    recent: count.describe('Tickets in the last four weeks.'),
    before: count.describe('Tickets in the eight weeks before.'),
    ratio: z.number().nonnegative().nullable().describe('Tickets a week, recent against before.'),
  }),
  linkedArticles: z.array(z.object({ slug: z.string(), tickets: count })).describe("From agents' replies."),
  gap,
  examples: z.object({ en: z.array(example), 'zh-CN': z.array(example), other: z.array(example) }),
});

/** `report.json`: what `npm run mine` found, without anything personal. The site parses it with this schema. */
export const reportSchema = z.object({
  version: z.literal(REPORT_VERSION),
  generatedFrom: z.object({
    input: z.string().describe('Name of the export, without its folder.'),
    format: z.string(),
    encoding: z.string(),
    tickets: count.describe('Tickets read.'),
    skipped: z.partialRecord(z.enum(SKIP_REASONS), count).describe('Records that are no tickets, by reason.'),
    duplicates: count,
    redactions: z.record(z.string(), count).describe('What was taken out, by kind.'),
    languages: languageCounts,
    from: day.nullable(),
    to: day.nullable(),
  }),
  issues: z.array(recurringIssue).describe('The most tickets first.'),
  noise: z.object({ tickets: count.describe('Tickets like no others.') }),
});

export type MiningReport = z.infer<typeof reportSchema>;
export type RecurringIssue = MiningReport['issues'][number];
