import { belongsTo, type Edition } from '../../article/edition.ts';
import type { LANGUAGES } from '../../article/language.ts';
import type { Severity } from '../handOver.ts';
import { iso } from './change.ts';
import { componentsOf, type Components } from './components.ts';
import type { Incident } from './incident.ts';
import {
  endOf,
  isShown,
  type Impact,
  type InBoth,
  type PublishedIncident,
  type PublishedStatus,
} from './published.ts';

/** How long what is over stays in `/status.json`; the page /status/ keeps it for good. */
export const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

const IMPACT_OF: Readonly<Record<Severity, Impact>> = {
  sev1: 'severe',
  sev2: 'major',
  sev3: 'minor',
  sev4: 'minor',
};

/** Incidents as an edition may show them, the latest first. What is internal does not even get into the public one's data. */
export function published(
  incidents: readonly Incident[],
  components: Components,
  edition: Edition,
): PublishedIncident[] {
  return incidents
    .filter(({ audience }) => belongsTo(edition, audience))
    .map((incident) => publishedIncident(incident, components, edition))
    .toSorted((a, b) => Date.parse(b.started) - Date.parse(a.started) || (a.id < b.id ? 1 : -1));
}

/** `/status.json` of an edition. */
export function publishedStatus(incidents: readonly PublishedIncident[], nowMs: number): PublishedStatus {
  return {
    version: 1,
    generated: iso(nowMs),
    incidents: incidents.filter(
      (incident) => isShown(incident, nowMs) || nowMs - endOf(incident) <= RECENT_DAYS * DAY_MS,
    ),
  };
}

function publishedIncident(incident: Incident, known: Components, edition: Edition): PublishedIncident {
  const { id, severity, status, title, regions, languages, started, resolved, expires, match } = incident;
  const components = componentsOf(incident, known);
  const updates = incident.updates.map(({ at, status: then, en, 'zh-CN': zh }) => ({
    at,
    status: then,
    text: { en, 'zh-CN': zh },
  }));
  const { audience, layer, review } = incident;
  return {
    id,
    impact: IMPACT_OF[severity],
    status,
    title,
    components: components.map(([component, { name }]) => ({ id: component, name })),
    regions,
    languages,
    started,
    updated: updates.at(-1)!.at,
    ...(resolved !== undefined && { resolved }),
    expires,
    updates,
    match: {
      articles: unique([...match.articles, ...components.flatMap(([, { articles }]) => articles)]),
      networks: match.networks,
      words: inBoth((language) =>
        unique([...match.words[language], ...components.flatMap(([, { words }]) => words[language])]),
      ),
    },
    ...(edition === 'internal' && {
      internal: { audience, severity, ...(layer && { layer }), ...(review !== undefined && { review }) },
    }),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function inBoth<Value>(valueOf: (language: (typeof LANGUAGES)[number]) => Value): InBoth<Value> {
  return { en: valueOf('en'), 'zh-CN': valueOf('zh-CN') };
}
