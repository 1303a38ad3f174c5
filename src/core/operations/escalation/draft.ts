import type { HandOver, IdentifierKind } from '../handOver.ts';
import { networkOf, NETWORKS } from '../../deflection/networks.ts';
import type { Language } from '../../article/language.ts';
import { LONGEST_SUMMARY, MAX_LENGTH } from './fields.ts';

/** An escalation while it is written. */
export interface Draft {
  /** The id of the team it is for. */
  readonly team: string;
  /** Ids of the facts that were ticked, see `SeverityMatrix`. */
  readonly reasons: readonly string[];
  /** By the name of the field, also of the team's own ones. */
  readonly values: Readonly<Record<string, string>>;
}

export const EMPTY_DRAFT: Draft = { team: '', reasons: [], values: {} };

/**
 * Reads a draft that was kept as JSON.
 * @returns undefined for anything that is none: another script of the origin may have written it
 */
export function readDraft(json: string | null): Draft | undefined {
  try {
    const { team, reasons, values } = JSON.parse(json ?? '') as Readonly<Record<string, unknown>>;
    if (typeof team !== 'string' || !Array.isArray(reasons) || typeof values !== 'object' || !values)
      return undefined;
    const texts = Object.entries(values).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[1].length <= 10 * MAX_LENGTH,
    );
    return {
      team,
      reasons: reasons.filter((reason): reason is string => typeof reason === 'string'),
      values: Object.fromEntries(texts),
    };
  } catch {
    return undefined;
  }
}

/** Where in the form an identifier from triage or the desk goes; all others are lines of the environment. */
const PLACES: Readonly<Partial<Record<IdentifierKind, string>>> = {
  hash: 'hash',
  address: 'ids',
  'request-id': 'ids',
  'order-id': 'ids',
  'authorisation-id': 'ids',
  error: 'actual',
};

/**
 * A draft that begins with what triage or the desk knows.
 * @param labels of the kinds of identifiers, in the team's language
 * @param addressOf an article by its slug, as the team can open it
 * @param language the team's: of words in both languages it gets its own
 */
export function draftFrom(
  handOver: HandOver,
  labels: Readonly<Record<string, string>>,
  addressOf: (slug: string) => string,
  language: Language,
): Draft {
  const { summary, steps, actual, because } = handOver.words?.[language] ?? handOver;
  const values: Record<string, string> = {
    summary: summary.slice(0, LONGEST_SUMMARY).toWellFormed(),
    tried: steps.join('\n'),
    actual: actual ?? '',
    articles: handOver.articles.map(addressOf).join('\n'),
    customerLanguage: handOver.language,
  };
  if (handOver.layer) values['layer'] = handOver.layer;
  if (handOver.severity) values['severity'] = handOver.severity;
  if (handOver.severity && because) values['severityNote'] = because;
  for (const { kind, value } of handOver.identifiers) {
    const network = kind === 'network' ? networkId(value) : undefined;
    const time = kind === 'time' ? utcOf(value) : undefined;
    if (network) values['network'] = network;
    else if (time) values['firstSeen'] = time;
    else {
      const place = PLACES[kind] ?? 'environment';
      const line = kind === 'hash' || kind === 'error' ? value : `${labels[kind] ?? kind}: ${value}`;
      values[place] = [values[place], line].filter(Boolean).join('\n');
    }
  }
  return {
    team: handOver.team ?? '',
    reasons: [],
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  };
}

/** The id of a network by its id or name: "BNB Smart Chain (BEP20)", "bsc", "Tron". */
function networkId(value: string): string | undefined {
  const asked = value.trim().toLowerCase();
  if (networkOf(asked)) return asked;
  return Object.entries(NETWORKS).find(([, { name }]) => {
    const known = name.toLowerCase();
    return known === asked || known.replace(/ \(.*/, '') === asked;
  })?.[0];
}

/** A moment in UTC to the second, if it is written with its zone: without one nobody knows which is meant. */
function utcOf(value: string): string | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?:Z|(?:UTC|GMT)?(?:([+\u2212-])(\d{1,2})(?::?(\d\d))?)?)$/i.exec(
      value.trim(),
    );
  if (!match || !/(?:Z|UTC|GMT|[+\u2212-]\d{1,2}(?::?\d\d)?)$/i.test(value.trim().slice(11)))
    return undefined;
  const [, day, clock, sign = '+', hours = '0', minutes = '0'] = match;
  const time = Date.parse(`${day}T${clock}Z`);
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '+' ? 1 : -1);
  return Number.isNaN(time) ? undefined : new Date(time - offset).toISOString().replace(/\.\d+Z$/, 'Z');
}
