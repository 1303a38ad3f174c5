import { LANGUAGES, type Language } from '../article/language.ts';
import { shortHash } from '../article/sourceHash.ts';
import type { Gap } from './gap.ts';
import type { MinedTicket } from './minedTicket.ts';
import type { RecurringIssue } from './report.ts';
import { oneLine } from './safeText.ts';
import { shortened, titlesOf } from './titles.ts';
import { trendOf } from './trend.ts';
import { dayOf, weekName, weekNumber } from './weeks.ts';

export const EXAMPLE_CHARACTERS = 240;
const EXAMPLES = 3;
/** The most central tickets that make the id: a few strays more or less do not change it. */
const ID_TICKETS = 5;
/** A longer range is a wrong date somewhere; only its end is shown. */
const MOST_WEEKS = 520;

/** Tickets about one problem, put together. */
export interface Group {
  /** The distinct tickets, most central first. */
  readonly originals: readonly MinedTicket[];
  /** Those that repeat one of them. */
  readonly repeated: readonly MinedTicket[];
  readonly terms: Readonly<Record<Language, readonly string[]>>;
  readonly gap: Gap;
}

/** The weeks of a report, by number; undefined if no ticket has a date. */
export type WeekRange = { readonly first: number; readonly last: number } | undefined;

export function weekRange(tickets: readonly MinedTicket[]): WeekRange {
  const weeks = tickets.flatMap(({ atMs }) => (atMs === undefined ? [] : [weekNumber(atMs)]));
  if (weeks.length === 0) return undefined;
  const [first, last] = weeks.reduce(([low, high], week) => [Math.min(low, week), Math.max(high, week)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  return { first: Math.max(first, last - MOST_WEEKS + 1), last };
}

export function toRecurringIssue(group: Group, range: WeekRange, allTickets: number): RecurringIssue {
  const tickets = [...group.originals, ...group.repeated];
  const times = tickets.flatMap(({ atMs }) => (atMs === undefined ? [] : [atMs])).sort((a, b) => a - b);
  const weekly = weeklyCounts(times, range);
  const titles = titlesOf(group.originals, group.terms);
  const examplesOf = (language: MinedTicket['language']) =>
    group.originals
      .filter((ticket) => ticket.language === language)
      .slice(0, EXAMPLES)
      .map(({ id, text }) => ({ ticketId: oneLine(id), text: shortened(text, EXAMPLE_CHARACTERS) }));
  return {
    id: shortHash(
      group.originals
        .slice(0, ID_TICKETS)
        .map(({ id }) => id)
        .sort()
        .join('\n'),
    ),
    title: titles.main,
    titles: titles.byLanguage,
    terms: { en: [...group.terms.en], 'zh-CN': [...group.terms['zh-CN']] },
    tickets: tickets.length,
    share: Math.round((tickets.length / allTickets) * 10_000) / 10_000,
    duplicates: group.repeated.length,
    languages: countLanguages(tickets),
    firstDay: times.length > 0 ? dayOf(times[0]!) : null,
    lastDay: times.length > 0 ? dayOf(times[times.length - 1]!) : null,
    weekly: weekly.map((count, i) => ({ week: weekName(range!.first + i), tickets: count })),
    trend: trendOf(weekly),
    linkedArticles: countLinks(tickets),
    gap: {
      kind: group.gap.kind,
      slug: group.gap.slug,
      asked: group.gap.asked,
      answered: group.gap.answered.map((entry) => ({ ...entry })),
      linked: group.gap.linked.map((entry) => ({ ...entry })),
    },
    examples: { en: examplesOf('en'), 'zh-CN': examplesOf('zh-CN'), other: examplesOf('other') },
  };
}

export function countLanguages(tickets: readonly MinedTicket[]): {
  en: number;
  'zh-CN': number;
  other: number;
} {
  const [en, zh] = LANGUAGES.map(
    (language) => tickets.filter((ticket) => ticket.language === language).length,
  );
  return { en: en!, 'zh-CN': zh!, other: tickets.length - en! - zh! };
}

function weeklyCounts(times: readonly number[], range: WeekRange): number[] {
  if (!range) return [];
  const counts = new Array<number>(range.last - range.first + 1).fill(0);
  for (const time of times) {
    const week = weekNumber(time) - range.first;
    if (week >= 0) counts[week]!++;
  }
  return counts;
}

function countLinks(tickets: readonly MinedTicket[]): { slug: string; tickets: number }[] {
  return [
    ...Map.groupBy(
      tickets.flatMap(({ slugs }) => slugs),
      (slug) => slug,
    ),
  ]
    .map(([slug, links]) => ({ slug, tickets: links.length }))
    .sort((a, b) => b.tickets - a.tickets || (a.slug < b.slug ? -1 : 1));
}
