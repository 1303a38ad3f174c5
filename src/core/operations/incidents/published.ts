import type { Language } from '../../article/language.ts';

/** Where an incident stands, as customers are told. */
export const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentStatus = (typeof STATUSES)[number];

/** How grave it is, as customers are told: they never hear a severity. Worst first. */
export const IMPACTS = ['severe', 'major', 'minor'] as const;
export type Impact = (typeof IMPACTS)[number];

export type InBoth<Value> = Readonly<Record<Language, Value>>;

export interface PublishedUpdate {
  /** ISO 8601, in UTC, as every time here. */
  readonly at: string;
  readonly status: IncidentStatus;
  readonly text: InBoth<string>;
}

/** An incident as anybody may read it: nothing of it is internal unless `internal` is there. */
export interface PublishedIncident {
  readonly id: string;
  readonly impact: Impact;
  readonly status: IncidentStatus;
  readonly title: InBoth<string>;
  readonly components: readonly { readonly id: string; readonly name: InBoth<string> }[];
  /** Country codes; empty: wherever we are. */
  readonly regions: readonly string[];
  /** Readers who are told by banner and widget; empty: all. */
  readonly languages: readonly Language[];
  readonly started: string;
  /** When something about it was last published. */
  readonly updated: string;
  readonly resolved?: string;
  /** From then on no banner and no widget shows it. */
  readonly expires: string;
  /** Oldest first; never empty. */
  readonly updates: readonly PublishedUpdate[];
  /** By what a ticket is recognised as one about it. */
  readonly match: {
    readonly articles: readonly string[];
    readonly networks: readonly string[];
    readonly words: InBoth<readonly string[]>;
  };
  /** The internal edition only. */
  readonly internal?: {
    readonly audience: 'public' | 'internal';
    readonly severity: string;
    readonly layer?: string;
    readonly review?: string;
  };
}

/** `/status.json`, version 1: fields may be added; one that changes its meaning makes another version. */
export interface PublishedStatus {
  readonly version: 1;
  readonly generated: string;
  /** Under way, or over for at most RECENT_DAYS; the latest first. */
  readonly incidents: readonly PublishedIncident[];
}

/** Whether banner and widget still speak of it: it goes by itself, whatever the page was built from. */
export function isShown({ expires }: Pick<PublishedIncident, 'expires'>, nowMs: number): boolean {
  return nowMs < Date.parse(expires);
}

/** The gravest first, as banner and page have them; of two that are alike, the one with the latest news. */
export function worstFirst(incidents: readonly PublishedIncident[]): PublishedIncident[] {
  const weight = ({ status, impact }: PublishedIncident): number =>
    status === 'resolved' ? IMPACTS.length : IMPACTS.indexOf(impact);
  return incidents.toSorted(
    (a, b) =>
      weight(a) - weight(b) || Date.parse(b.updated) - Date.parse(a.updated) || (a.id < b.id ? -1 : 1),
  );
}

/** Shown, and not over yet. */
export function isUnderWay(incident: Pick<PublishedIncident, 'expires' | 'status'>, nowMs: number): boolean {
  return incident.status !== 'resolved' && isShown(incident, nowMs);
}

/** Milliseconds since 1970 when it was over; of one that was never resolved, when its notice went. */
export function endOf({ resolved, expires }: Pick<PublishedIncident, 'resolved' | 'expires'>): number {
  return Date.parse(resolved ?? expires);
}

/** Whether a reader of a language is told. */
export function concernsReader(
  { languages }: Pick<PublishedIncident, 'languages'>,
  language: Language,
): boolean {
  return languages.length === 0 || languages.includes(language);
}

/**
 * Reads what `/status.json` answered. A browser does without the library that checks everything else: what has not the shape
 * is left out, and the rest is shown.
 * @returns undefined if it is no status of this version
 */
export function readStatus(value: unknown): PublishedStatus | undefined {
  if (!isRecord(value) || value['version'] !== 1 || !Array.isArray(value['incidents'])) return undefined;
  return {
    version: 1,
    generated: String(value['generated'] ?? ''),
    incidents: value['incidents'].filter(isIncident),
  };
}

function isIncident(value: unknown): value is PublishedIncident {
  if (!isRecord(value) || !isRecord(value['match'])) return false;
  const { match, updates, components } = value;
  return (
    typeof value['id'] === 'string' &&
    isOneOf(IMPACTS, value['impact']) &&
    isOneOf(STATUSES, value['status']) &&
    isInBoth(value['title'], isText) &&
    isListOf(components, (part) => isRecord(part) && isText(part['id']) && isInBoth(part['name'], isText)) &&
    isListOf(value['regions'], isText) &&
    isListOf(value['languages'], isText) &&
    [value['started'], value['updated'], value['expires']].every(isTime) &&
    (value['resolved'] === undefined || isTime(value['resolved'])) &&
    isListOf(updates, isUpdate) &&
    updates.length > 0 &&
    isListOf(match['articles'], isText) &&
    isListOf(match['networks'], isText) &&
    isInBoth(match['words'], (words) => isListOf(words, isText))
  );
}

function isUpdate(value: unknown): boolean {
  return (
    isRecord(value) &&
    isTime(value['at']) &&
    isOneOf(STATUSES, value['status']) &&
    isInBoth(value['text'], isText)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTime(value: unknown): boolean {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return isText(value) && values.includes(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

function isInBoth(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return isRecord(value) && isItem(value['en']) && isItem(value['zh-CN']);
}
