import { LAYERS, layerOf, type Layer } from './layer.ts';
import type { MinedTicket } from './minedTicket.ts';
import { dayNumber } from './weeks.ts';

/** A ticket as an example of its issue. */
export interface Central {
  readonly ticket: MinedTicket;
  /** In ten-thousandths, so that order never hangs on the last bit. */
  readonly similarity: number;
}

/**
 * What is known of an issue's tickets, in a form that adds up: counts, whole sums, histograms and the best few. The sums of
 * parts in any order are the sum of the whole.
 */
export interface IssueSummary {
  readonly tickets: number;
  /** Those that repeat an earlier one. */
  readonly duplicates: number;
  readonly languages: Readonly<Record<MinedTicket['language'], number>>;
  /** By day since 1970. */
  readonly days: ReadonlyMap<number, number>;
  readonly people: ReadonlySet<number>;
  /** Tickets whose requester the export does not tell: each counts as a person. */
  readonly nameless: number;
  readonly reopenings: number;
  /** Tickets by the hours until they were solved: 1, 2, 4, 8 … */
  readonly solvedHours: ReadonlyMap<number, number>;
  readonly answered: number;
  readonly links: ReadonlyMap<string, number>;
  /** Tickets of people who had been shown an article, and who had opened it. */
  readonly shown: ReadonlyMap<string, number>;
  readonly opened: ReadonlyMap<string, number>;
  readonly products: ReadonlyMap<string, number>;
  readonly layers: ReadonlyMap<Layer, number>;
  /** Product versions named: the day of the first ticket that names it, and how many do. */
  readonly versions: ReadonlyMap<string, { readonly first: number; readonly tickets: number }>;
  /** The most central of different words, most central first. */
  readonly central: readonly Central[];
}

/** Enough to ask the suggestions, to name the issue and to show examples in every language. */
export const MOST_CENTRAL = 60;

export const EMPTY_SUMMARY: IssueSummary = {
  tickets: 0,
  duplicates: 0,
  languages: { en: 0, 'zh-CN': 0, other: 0 },
  days: new Map(),
  people: new Set(),
  nameless: 0,
  reopenings: 0,
  solvedHours: new Map(),
  answered: 0,
  links: new Map(),
  shown: new Map(),
  opened: new Map(),
  products: new Map(),
  layers: new Map(),
  versions: new Map(),
  central: [],
};

/**
 * @param similarity with its issue's centre, -1 to 1; undefined for one that is no example
 * @param isRepeated whether it repeats another
 */
export function summaryOf(
  ticket: MinedTicket,
  similarity: number | undefined,
  isRepeated = similarity === undefined,
): IssueSummary {
  const day = ticket.atMs === undefined ? undefined : dayNumber(ticket.atMs);
  const layer = layerOf(ticket.text);
  return {
    tickets: 1,
    duplicates: isRepeated ? 1 : 0,
    languages: { ...EMPTY_SUMMARY.languages, [ticket.language]: 1 },
    days: countOf(day),
    people: new Set(ticket.person === undefined ? [] : [ticket.person]),
    nameless: ticket.person === undefined ? 1 : 0,
    reopenings: ticket.reopenings,
    solvedHours: countOf(ticket.solvedHours === undefined ? undefined : hoursClass(ticket.solvedHours)),
    answered: ticket.answered ? 1 : 0,
    links: new Map(ticket.slugs.map((slug) => [slug, 1])),
    shown: new Map(ticket.shown.map((slug) => [slug, 1])),
    opened: new Map(ticket.opened.map((slug) => [slug, 1])),
    products: countOf(ticket.product),
    layers: countOf(layer),
    versions: new Map(
      ticket.versions.map((version) => [version, { first: day ?? Number.MAX_SAFE_INTEGER, tickets: 1 }]),
    ),
    central: similarity === undefined ? [] : [{ ticket, similarity: Math.round(similarity * 10_000) }],
  };
}

/** The summary of the tickets of all of them, which must have no ticket in common. */
export function mergeSummaries(summaries: readonly IssueSummary[]): IssueSummary {
  const sum = (pick: (summary: IssueSummary) => number): number =>
    summaries.reduce((total, summary) => total + pick(summary), 0);
  const counts = <Key>(pick: (summary: IssueSummary) => ReadonlyMap<Key, number>): Map<Key, number> => {
    const total = new Map<Key, number>();
    for (const summary of summaries)
      for (const [key, count] of pick(summary)) total.set(key, (total.get(key) ?? 0) + count);
    return total;
  };
  const versions = new Map<string, { first: number; tickets: number }>();
  const people = new Set<number>();
  for (const summary of summaries) {
    for (const person of summary.people) people.add(person);
    for (const [version, { first, tickets }] of summary.versions) {
      const known = versions.get(version);
      versions.set(version, {
        first: Math.min(first, known?.first ?? first),
        tickets: tickets + (known?.tickets ?? 0),
      });
    }
  }
  return {
    tickets: sum(({ tickets }) => tickets),
    duplicates: sum(({ duplicates }) => duplicates),
    languages: {
      en: sum(({ languages }) => languages.en),
      'zh-CN': sum(({ languages }) => languages['zh-CN']),
      other: sum(({ languages }) => languages.other),
    },
    days: counts(({ days }) => days),
    people,
    nameless: sum(({ nameless }) => nameless),
    reopenings: sum(({ reopenings }) => reopenings),
    solvedHours: counts(({ solvedHours }) => solvedHours),
    answered: sum(({ answered }) => answered),
    links: counts(({ links }) => links),
    shown: counts(({ shown }) => shown),
    opened: counts(({ opened }) => opened),
    products: counts(({ products }) => products),
    layers: counts(({ layers }) => layers),
    versions,
    central: differing(summaries.flatMap(({ central }) => central).sort(byCentrality)),
  };
}

/** The first so many of different words. */
function differing(sorted: readonly Central[]): Central[] {
  const kept = new Map<string, Central>();
  for (const central of sorted) {
    if (kept.size === MOST_CENTRAL) break;
    if (!kept.has(central.ticket.text)) kept.set(central.ticket.text, central);
  }
  return [...kept.values()];
}

/** The hours that half of the solved tickets took at most, as the upper end of its class; null if none is solved. */
export function medianHours({ solvedHours }: IssueSummary): number | null {
  const classes = [...solvedHours].sort(([a], [b]) => a - b);
  const half = classes.reduce((total, [, count]) => total + count, 0) / 2;
  let below = 0;
  return classes.find(([, count]) => (below += count) >= half)?.[0] ?? null;
}

/** The layer that most tickets with a hint point to. */
export function commonestLayer({ layers }: IssueSummary): Layer | undefined {
  return LAYERS.filter((layer) => layers.has(layer)).sort((a, b) => layers.get(b)! - layers.get(a)!)[0];
}

function byCentrality(a: Central, b: Central): number {
  return b.similarity - a.similarity || (a.ticket.id < b.ticket.id ? -1 : a.ticket.id > b.ticket.id ? 1 : 0);
}

/** The next power of two, 1 at least. */
function hoursClass(hours: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, hours))));
}

function countOf<Key>(key: Key | undefined): Map<Key, number> {
  return new Map(key === undefined ? [] : [[key, 1]]);
}
