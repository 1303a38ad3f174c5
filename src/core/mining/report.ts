import { z } from 'zod';
import { LANGUAGES } from '../article/language.ts';
import { SKIP_REASONS } from '../ticket/ticket.ts';
import { GAP_KINDS } from './gap.ts';
import { CHANGES } from './continuity.ts';
import { EVENT_KINDS, EVENT_SKIPS } from './deflectionEvents.ts';
import { LAYERS } from './layer.ts';
import { RESOLUTION_CHARACTERS } from './resolutions.ts';
import { DIRECTIONS } from './trend.ts';

/** Changes when a report of before can no longer be read. */
export const REPORT_VERSION = 2;

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
  tried: z
    .object({
      shown: count,
      opened: count,
      events: z
        .record(z.enum(EVENT_KINDS), count)
        .nullable()
        .default(null)
        .describe(
          'What the suggestions recorded of the article on the days of the export, for whatever problem; null if no events were given.',
        ),
    })
    .describe('Tickets that came though the article had been shown, and opened.'),
  staleness: z
    .object({
      reason: z.enum(['review-overdue', 'newer-version']),
      reviewed: day.describe('Of the article.'),
      since: day.describe('When the review ran out, or the first ticket named the version.'),
      ticketsSince: count,
      version: z.string().nullable().describe('The newest that tickets name since then.'),
    })
    .nullable(),
});

const recurringIssue = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('Stays with its problem from run to run.'),
  change: z.enum(CHANGES).nullable().describe('Against the last run, by tickets a week; null without one.'),
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
  products: z.array(z.object({ product: z.string(), tickets: count })).describe('As the desk filed them.'),
  layer: z.enum(LAYERS).nullable().describe('Where the fault may lie, guessed from the words: a hint.'),
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
  alarm: z
    .object({
      isRaised: z.boolean().describe('On one of the last 28 days.'),
      since: day.nullable().describe('The day it could first have been known.'),
      observed: count.describe('Tickets in the last seven days.'),
      expected: z.number().nonnegative().describe('A week, by the eight weeks before.'),
      probability: share.describe('Chance of so many or more if nothing has changed.'),
    })
    .describe('Suddenly more than chance lets it be, false alarms held down over all issues.'),
  impact: z.object({
    rank: z.int().positive().describe('1 makes the most work.'),
    people: count,
    reopenings: count,
    medianHours: z.number().nullable().describe('Until solved, rounded up to 1, 2, 4, 8 …'),
    cost: z.number().nullable().describe('At the rate given for a ticket; null without.'),
  }),
  linkedArticles: z.array(z.object({ slug: z.string(), tickets: count })).describe("From agents' replies."),
  gap,
  examples: z.object({ en: z.array(example), 'zh-CN': z.array(example), other: z.array(example) }),
  resolutions: z
    .object({
      compared: count.describe('Answered tickets whose answers were compared.'),
      said: z.array(
        z.object({
          language: z.enum(LANGUAGES),
          text: z.string().max(RESOLUTION_CHARACTERS).describe('Redacted.'),
          tickets: count.describe('Answers that say this, or nearly this.'),
        }),
      ),
    })
    .default({ compared: 0, said: [] })
    .describe("What agents' answers have in common, in their words."),
  centre: z
    .string()
    .describe('What its central tickets mean, base64 of signed bytes: by this the next run knows it again.'),
});

/** `LureSummary`, see `createLureWatch`: no text, no author, no victim. */
const community = z.object({
  posts: count.describe('Posts that were looked at.'),
  lures: count.describe(
    'Posts that lure people who ask for help; nothing else of the report is made of them.',
  ),
  reasons: z.array(z.object({ id: z.string(), lures: count })).describe('The rules that told, most first.'),
  targets: z
    .array(
      z.object({
        kind: z.enum(['domain', 'email', 'account', 'phone', 'wallet']),
        text: z.string().describe('Defanged.'),
        isLookalike: z.boolean().describe('Whether it resembles one of ours.'),
        lures: count,
        firstDay: day.nullable(),
        lastDay: day.nullable(),
      }),
    )
    .describe('Where they lead, most first.'),
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
    wrongDates: z
      .object({ future: count, distant: count })
      .default({ future: 0, distant: 0 })
      .describe(
        'Tickets whose date cannot be right, so that it counts as unknown: after now, or far from nearly all others.',
      ),
    seed: z.int(),
    model: z.string().describe('The embedder whose vectors the centres are.'),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .describe('Of the tickets, whatever their order: the same input is known again by it.'),
    events: z
      .object({ read: count, skipped: z.partialRecord(z.enum(EVENT_SKIPS), count) })
      .nullable()
      .default(null)
      .describe('Records of what the suggestions did; null if none were given.'),
  }),
  community: community
    .nullable()
    .default(null)
    .describe('Fake support among the posts of a chat or forum; null for an export of a help desk.'),
  changes: z
    .object({
      from: day.nullable().describe('First day of the last run.'),
      to: day.nullable(),
      merged: z.array(z.object({ id: z.string(), into: z.string(), title: z.string() })),
      ended: z.array(z.object({ id: z.string(), title: z.string(), tickets: count })),
    })
    .nullable()
    .describe('What became of the issues of the last run; null without one.'),
  issues: z.array(recurringIssue).describe('The most tickets first.'),
  noise: z.object({ tickets: count.describe('Tickets like no others.') }),
});

export type MiningReport = z.infer<typeof reportSchema>;
export type RecurringIssue = MiningReport['issues'][number];
