import type { Language } from '../article/language.ts';
import { shortHash } from '../article/sourceHash.ts';
import type { Alarm } from './alarm.ts';
import type { Change } from './continuity.ts';
import type { DayRange } from './dayRange.ts';
import type { Gap } from './gap.ts';
import type { Impact } from './impact.ts';
import { commonestLayer, type IssueSummary } from './issueSummary.ts';
import type { MinedTicket } from './minedTicket.ts';
import type { RecurringIssue } from './report.ts';
import type { Resolutions } from './resolutions.ts';
import { oneLine } from './safeText.ts';
import { shortened, titlesOf } from './titles.ts';
import { trendOf } from './trend.ts';
import { dayName, weekName, weekOfDay } from './weeks.ts';

export const EXAMPLE_CHARACTERS = 240;
const EXAMPLES = 3;
/** The most central tickets that make the id: a few strays more or less do not change it. */
const ID_TICKETS = 5;
/** A longer range is a wrong date somewhere; only its end is shown. */
const MOST_WEEKS = 520;

/** All that is known of one issue. */
export interface KnownIssue {
  readonly id: string;
  readonly change: Change | null;
  readonly summary: IssueSummary;
  readonly terms: Readonly<Record<Language, readonly string[]>>;
  readonly gap: Gap;
  readonly alarm: Alarm;
  readonly impact: Impact;
  readonly resolutions: Resolutions;
  /** What its central tickets mean, as base64 of signed bytes. */
  readonly centre: string;
}

/** The id of an issue that no earlier run knew. */
export function ownId({ central }: IssueSummary): string {
  return shortHash(
    central
      .slice(0, ID_TICKETS)
      .map(({ ticket }) => ticket.id)
      .sort()
      .join('\n'),
  );
}

export function toRecurringIssue(issue: KnownIssue, range: DayRange, allTickets: number): RecurringIssue {
  const { summary, alarm, gap, impact } = issue;
  const central = summary.central.map(({ ticket }) => ticket);
  const weekly = weeklyCounts(summary.days, range);
  const firstWeek = range ? weekOfDay(range.last) - weekly.length + 1 : 0;
  const titles = titlesOf(central, issue.terms);
  const days = [...summary.days.keys()].sort((a, b) => a - b);
  const examplesOf = (language: MinedTicket['language']) =>
    central
      .filter((ticket) => ticket.language === language)
      .slice(0, EXAMPLES)
      .map(({ id, text }) => ({ ticketId: oneLine(id), text: shortened(text, EXAMPLE_CHARACTERS) }));
  return {
    id: issue.id,
    change: issue.change,
    title: titles.main,
    titles: titles.byLanguage,
    terms: { en: [...issue.terms.en], 'zh-CN': [...issue.terms['zh-CN']] },
    tickets: summary.tickets,
    share: Math.round((summary.tickets / allTickets) * 10_000) / 10_000,
    duplicates: summary.duplicates,
    languages: { ...summary.languages },
    products: counted(summary.products).map(([product, tickets]) => ({ product, tickets })),
    layer: commonestLayer(summary) ?? null,
    firstDay: days.length > 0 ? dayName(days[0]!) : null,
    lastDay: days.length > 0 ? dayName(days[days.length - 1]!) : null,
    weekly: weekly.map((tickets, week) => ({ week: weekName(firstWeek + week), tickets })),
    trend: trendOf(weekly),
    alarm: {
      isRaised: alarm.isRaised,
      since: alarm.since === undefined ? null : dayName(alarm.since),
      observed: alarm.observed,
      expected: Math.round(alarm.expected * 100) / 100,
      probability: Number(alarm.probability.toPrecision(3)),
    },
    impact: { ...impact },
    linkedArticles: counted(summary.links).map(([slug, tickets]) => ({ slug, tickets })),
    gap: {
      kind: gap.kind,
      slug: gap.slug,
      asked: gap.asked,
      answered: gap.answered.map((entry) => ({ ...entry })),
      linked: gap.linked.map((entry) => ({ ...entry })),
      tried: { ...gap.tried, events: gap.tried.events && { ...gap.tried.events } },
      staleness: gap.staleness && { ...gap.staleness },
    },
    examples: { en: examplesOf('en'), 'zh-CN': examplesOf('zh-CN'), other: examplesOf('other') },
    resolutions: {
      compared: issue.resolutions.compared,
      said: issue.resolutions.said.map((entry) => ({ ...entry })),
    },
    centre: issue.centre,
  };
}

/** Tickets by language. */
export function countLanguages(tickets: readonly MinedTicket[]): Record<MinedTicket['language'], number> {
  const counts = { en: 0, 'zh-CN': 0, other: 0 };
  for (const { language } of tickets) counts[language]++;
  return counts;
}

function weeklyCounts(days: ReadonlyMap<number, number>, range: DayRange): number[] {
  if (!range) return [];
  const last = weekOfDay(range.last);
  const first = Math.max(weekOfDay(range.first), last - MOST_WEEKS + 1);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const [day, count] of days) {
    const week = weekOfDay(day) - first;
    if (week >= 0) counts[week]! += count;
  }
  return counts;
}

/** Most frequent first, then by name. */
function counted(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
