import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '../../article/language.ts';

/** Key of local storage. */
export const LINK_LOG_KEY = 'firstline.desk.links';
/** Days that are kept. */
export const KEPT_DAYS = 400;

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const count = z.number().check(z.int(), z.gte(1));

const linkLogSchema = z.object({
  version: z.literal(1),
  /** Tickets that an agent looked something up for, and those among them that got a link. */
  tickets: z.array(z.object({ day, language: z.enum(LANGUAGES), seen: count, linked: z.number() })),
  /** Articles that were linked, once a ticket. */
  links: z.array(
    z.object({ day, slug: z.string().check(z.maxLength(200)), language: z.enum(LANGUAGES), count }),
  ),
});

/** What an agent linked, by day. No word of any ticket is in it. */
export type LinkLog = z.infer<typeof linkLogSchema>;

export const EMPTY_LOG: LinkLog = { version: 1, tickets: [], links: [] };

/** What was kept; an empty log for what has not the shape. */
export function readLinkLog(json: string | null): LinkLog {
  if (json === null) return EMPTY_LOG;
  try {
    const result = linkLogSchema.safeParse(JSON.parse(json));
    return result.success ? result.data : EMPTY_LOG;
  } catch {
    return EMPTY_LOG;
  }
}

/** The log with one ticket more that something was looked up for. */
export function withTicket(log: LinkLog, today: string, language: Language): LinkLog {
  const tickets = raised(log.tickets, { day: today, language }, { seen: 0, linked: 0 }, (entry) => ({
    ...entry,
    seen: entry.seen + 1,
  }));
  return recent({ ...log, tickets }, today);
}

/**
 * The log with one link more.
 * @param language of the link
 * @param first the language under which the ticket was counted, if this is its first link
 */
export function withLink(
  log: LinkLog,
  today: string,
  slug: string,
  language: Language,
  first: Language | undefined,
): LinkLog {
  const links = raised(log.links, { day: today, slug, language }, { count: 0 }, (entry) => ({
    ...entry,
    count: entry.count + 1,
  }));
  const isToday = (entry: LinkLog['tickets'][number]): boolean =>
    entry.day === today && entry.language === first && entry.linked < entry.seen;
  const at = log.tickets.findIndex(isToday);
  const tickets = log.tickets.map((entry, i) => (i === at ? { ...entry, linked: entry.linked + 1 } : entry));
  return recent({ ...log, tickets, links }, today);
}

export interface LinkTotals {
  readonly seen: number;
  readonly linked: number;
  readonly links: number;
  /** Share of the tickets that got a link, 0 to 1; undefined without tickets. */
  readonly rate: number | undefined;
}

export function totalsOf({ tickets, links }: LinkLog): LinkTotals {
  const seen = tickets.reduce((sum, entry) => sum + entry.seen, 0);
  const linked = tickets.reduce((sum, entry) => sum + entry.linked, 0);
  const all = links.reduce((sum, entry) => sum + entry.count, 0);
  return { seen, linked, links: all, rate: seen === 0 ? undefined : linked / seen };
}

/** The entries with the one that has these keys raised; made new where there is none. */
function raised<Keys extends object, Counts extends object>(
  entries: readonly (Keys & Counts)[],
  keys: Keys,
  zero: Counts,
  raise: (entry: Keys & Counts) => Keys & Counts,
): (Keys & Counts)[] {
  const isIt = (entry: Keys & Counts): boolean =>
    Object.entries(keys).every(([key, value]) => Reflect.get(entry, key) === value);
  return entries.some(isIt)
    ? entries.map((entry) => (isIt(entry) ? raise(entry) : entry))
    : [...entries, raise({ ...keys, ...zero })];
}

/** Without what is older than is kept. */
function recent({ version, tickets, links }: LinkLog, today: string): LinkLog {
  const first = new Date(Date.parse(today) - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  return {
    version,
    tickets: tickets.filter((entry) => entry.day >= first),
    links: links.filter((entry) => entry.day >= first),
  };
}
