import { z } from 'zod';
import type { ArticlesTried } from './articlesTried.ts';
import { dayNumber } from './weeks.ts';

/**
 * What became of an article that was suggested: it was shown, opened, called the solution, turned down, or the person went
 * on to write all the same.
 */
export const EVENT_KINDS = ['shown', 'opened', 'solved', 'rejected', 'continued'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
export type EventCounts = Readonly<Record<EventKind, number>>;

/** Why a record is no event: no JSON object, a field that is missing or wrong, or an article that is not here. */
export const EVENT_SKIPS = ['malformed', 'not-an-event', 'unknown-article'] as const;
export type EventSkip = (typeof EVENT_SKIPS)[number];

/** One line of `--events`. Other fields are ignored; nothing in it says who it was. */
const eventSchema = z.object({
  at: z.iso.datetime({ offset: true }).describe('When, ISO 8601 with its offset.'),
  slug: z.string().describe('The article: wallet/wrong-network.'),
  kind: z.enum(EVENT_KINDS),
  ticketId: z
    .union([z.string(), z.int().transform(String)])
    .optional()
    .describe('The ticket that came of it, as in the export.'),
});

/** Events, counted as they come. */
export interface DeflectionEvents {
  /** Why a record was left out; undefined if it counts. */
  add(record: unknown): EventSkip | undefined;
  readonly read: number;
  /** The articles that the requester of a ticket met, by its id. */
  triedBefore(ticketId: string): ArticlesTried;
  /** Of an article, between two days since 1970, or ever. */
  ofArticle(slug: string, days?: { readonly first: number; readonly last: number }): EventCounts;
}

export function createDeflectionEvents(knownSlugs: ReadonlySet<string>): DeflectionEvents {
  const byArticle = new Map<string, Map<number, Record<EventKind, number>>>();
  const byTicket = new Map<string, { readonly shown: Set<string>; readonly opened: Set<string> }>();
  let read = 0;
  return {
    add: (record) => {
      const parsed = eventSchema.safeParse(record);
      if (!parsed.success) return 'not-an-event';
      const { at, slug, kind, ticketId } = parsed.data;
      if (!knownSlugs.has(slug)) return 'unknown-article';
      read++;
      const days = byArticle.get(slug) ?? new Map<number, Record<EventKind, number>>();
      byArticle.set(slug, days);
      const day = dayNumber(Date.parse(at));
      const counts = days.get(day) ?? noEvents();
      days.set(day, counts);
      counts[kind]++;
      if (ticketId === undefined) return undefined;
      const tried = byTicket.get(ticketId) ?? { shown: new Set(), opened: new Set() };
      byTicket.set(ticketId, tried);
      tried.shown.add(slug);
      // Who says that it did not help has read it, as in a ticket of our own form.
      if (kind === 'opened' || kind === 'rejected' || kind === 'solved') tried.opened.add(slug);
      return undefined;
    },
    get read() {
      return read;
    },
    triedBefore: (ticketId) => {
      const tried = byTicket.get(ticketId);
      return { shown: [...(tried?.shown ?? [])].sort(), opened: [...(tried?.opened ?? [])].sort() };
    },
    ofArticle: (slug, range) => {
      const total = noEvents();
      for (const [day, counts] of byArticle.get(slug) ?? []) {
        if (range && (day < range.first || day > range.last)) continue;
        for (const kind of EVENT_KINDS) total[kind] += counts[kind];
      }
      return total;
    },
  };
}

/** A ticket with the articles that events add to those it names itself. */
export function withTried<Tried extends ArticlesTried>(
  ticket: Tried,
  { shown, opened }: ArticlesTried,
): Tried {
  if (shown.length + opened.length === 0) return ticket;
  return {
    ...ticket,
    shown: [...new Set([...ticket.shown, ...shown])].sort(),
    opened: [...new Set([...ticket.opened, ...opened])].sort(),
  };
}

function noEvents(): Record<EventKind, number> {
  return { shown: 0, opened: 0, solved: 0, rejected: 0, continued: 0 };
}
