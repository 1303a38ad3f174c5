import type { Language } from '../../article/language.ts';
import type { Severity } from '../handOver.ts';
import type { Incident, IncidentFields, Update } from './incident.ts';
import type { InBoth, IncidentStatus } from './published.ts';

/** How long a notice stands if nobody touches it: long enough for a night, short enough to be missed. */
export const EXPIRES_AFTER_MS: Readonly<Record<Severity, number>> = {
  sev1: 24 * 3_600_000,
  sev2: 24 * 3_600_000,
  sev3: 72 * 3_600_000,
  sev4: 72 * 3_600_000,
};

/** What somebody who opens an incident says. */
export type Opening = Pick<
  IncidentFields,
  'audience' | 'severity' | 'title' | 'components' | 'regions' | 'languages' | 'match'
> &
  Partial<Pick<IncidentFields, 'layer' | 'started' | 'expires'>> & {
    readonly id: string;
    readonly text: InBoth<string>;
    readonly status?: IncidentStatus;
  };

/** A new incident, with its first notice. */
export function opened(opening: Opening, nowMs: number): Incident {
  const { id, text, status = 'investigating', layer, started, expires, ...said } = opening;
  return {
    id,
    ...said,
    status,
    ...(layer && { layer }),
    started: started ?? iso(nowMs),
    updates: [updateOf(status, text, nowMs)],
    expires: expires ?? iso(nowMs + EXPIRES_AFTER_MS[said.severity]),
    notes: '',
  };
}

/** What an update changes besides adding itself. */
export interface Changes {
  readonly text: InBoth<string>;
  readonly status?: IncidentStatus | undefined;
  readonly severity?: Severity | undefined;
  readonly layer?: IncidentFields['layer'] | undefined;
  readonly expires?: string | undefined;
  /** Who is told by banner and widget; none: everybody. */
  readonly languages?: IncidentFields['languages'] | undefined;
}

/** The incident with one more update. A notice that would go within the time its severity is given stays as long again. */
export function updated(incident: Incident, changes: Changes, nowMs: number): Incident {
  const { resolved: _resolved, ...rest } = incident;
  const status = changes.status ?? (incident.status === 'resolved' ? 'investigating' : incident.status);
  const severity = changes.severity ?? incident.severity;
  const renewed = Math.max(Date.parse(incident.expires), nowMs + EXPIRES_AFTER_MS[severity]);
  return {
    ...rest,
    severity,
    status,
    ...(changes.layer && { layer: changes.layer }),
    ...(changes.languages && { languages: changes.languages }),
    updates: [...incident.updates, updateOf(status, changes.text, nowMs)],
    expires: changes.expires ?? iso(renewed),
  };
}

/**
 * The incident, over.
 * @param resolved when it was over; now unless told
 * @param keepMs for how long banner and page still show the closing notice; 0 takes it down at once
 */
export function resolved(
  incident: Incident,
  {
    text,
    resolved: over,
    keepMs,
  }: { readonly text: InBoth<string>; readonly resolved?: string; readonly keepMs: number },
  nowMs: number,
): Incident {
  return {
    ...incident,
    status: 'resolved',
    updates: [...incident.updates, updateOf('resolved', text, nowMs)],
    resolved: over ?? iso(nowMs),
    expires: iso(nowMs + keepMs),
  };
}

/** A name for the file: the day, then what is hit. */
export function suggestedId(
  { components, match, started }: Pick<IncidentFields, 'components' | 'match' | 'started'>,
  taken: ReadonlySet<string>,
): string {
  const base = [started.slice(0, 10), components[0] ?? 'incident', ...match.networks.slice(0, 1)].join('-');
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** ISO 8601 to the second, as the files hold times. */
export function iso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

function updateOf(status: IncidentStatus, text: Readonly<Record<Language, string>>, nowMs: number): Update {
  return { at: iso(nowMs), status, en: text.en.trim(), 'zh-CN': text['zh-CN'].trim() };
}
