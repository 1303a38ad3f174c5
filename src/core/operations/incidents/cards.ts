import type { Language } from '../../article/language.ts';
import { networkOf } from '../../deflection/networks.ts';
import type { Layer } from '../../mining/layer.ts';
import { endOf, isUnderWay, type Impact, type PublishedIncident } from './published.ts';
import { ago, duration, IMPACT_WORDS, LAYER_WORDS, moment, regionNames, STATUS_WORDS } from './words.ts';

/** How a notice looks: a shape and a word of its own each, never a colour alone. */
export type Tone = Impact | 'resolved';

/** A line in the banner. */
export interface Notice {
  readonly id: string;
  readonly tone: Tone;
  readonly label: string;
  readonly title: string;
  /** “Looking into it, updated 12 min ago”. */
  readonly state: string;
  /** Changes with every update, so that who dismissed the last one is told again. */
  readonly version: string;
  readonly isInternal: boolean;
}

/** An incident on the status page: what server and browser both draw. */
export interface Card extends Notice {
  readonly isUnderWay: boolean;
  /** “3 h 20 min”; until now while it is under way, and absent for one that was never resolved. */
  readonly lasted?: string;
  readonly facts: readonly Fact[];
  /** The latest first. */
  readonly updates: readonly {
    readonly at: string;
    readonly when: string;
    readonly status: string;
    readonly paragraphs: readonly string[];
  }[];
}

export interface Fact {
  readonly name: FactName;
  readonly value: string;
  /** Where more of it is, from the status page. */
  readonly href?: string;
}

/** Facts of a card; the page has a word for each. */
export const FACT_NAMES = [
  'affects',
  'networks',
  'regions',
  'began',
  'ended',
  'lasted',
  'soFar',
  'severity',
  'layer',
  'review',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** @param nowMs undefined where a page is built: how long ago something was would be wrong a minute later */
export function noticeOf(incident: PublishedIncident, language: Language, nowMs?: number): Notice {
  const { id, status, impact, title, updated, internal } = incident;
  const isOver = status === 'resolved';
  const when = nowMs === undefined ? moment(updated, language) : ago(Date.parse(updated), nowMs, language);
  const state = STATUS_WORDS[status][language];
  return {
    id,
    tone: isOver ? 'resolved' : impact,
    label: isOver ? STATUS_WORDS.resolved[language] : IMPACT_WORDS[impact][language],
    title: title[language],
    state:
      language === 'en'
        ? `${isOver ? 'Updated' : `${state}, updated`} ${when}`
        : `${isOver ? '' : `${state}，`}${/[\dA-Za-z]$/.test(when) ? `${when} ` : when}更新`,
    version: updated,
    isInternal: internal?.audience === 'internal',
  };
}

export function cardOf(
  incident: PublishedIncident,
  language: Language,
  nowMs: number,
  isBuilt = false,
): Card {
  const isOpen = isUnderWay(incident, nowMs);
  const { resolved, started, updates, expires } = incident;
  // What went by itself ended nobody knows when.
  const isKnown = isOpen || resolved !== undefined;
  const end = isOpen ? nowMs : endOf({ ...(resolved !== undefined && { resolved }), expires });
  const lasted = isKnown && !(isBuilt && isOpen) ? duration(end - Date.parse(started), language) : undefined;
  return {
    ...noticeOf(incident, language, isBuilt ? undefined : nowMs),
    isUnderWay: isOpen,
    ...(lasted !== undefined && { lasted }),
    facts: factsOf(incident, language, isOpen ? { soFar: lasted } : { lasted }),
    updates: updates.toReversed().map(({ at, status, text }) => ({
      at,
      when: moment(at, language),
      status: STATUS_WORDS[status][language],
      paragraphs: text[language].split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
    })),
  };
}

function factsOf(
  { components, match, regions, started, resolved, internal }: PublishedIncident,
  language: Language,
  { lasted, soFar }: { readonly lasted?: string | undefined; readonly soFar?: string | undefined },
): Card['facts'] {
  const list = (values: readonly string[]): string => values.join(language === 'en' ? ', ' : '、');
  const values: Readonly<Record<FactName, string | undefined>> = {
    affects: list(components.map(({ name }) => name[language])),
    networks: list(match.networks.map((id) => networkOf(id)?.name ?? id)),
    regions: regionNames(regions, language),
    began: moment(started, language),
    ended: resolved && moment(resolved, language),
    lasted,
    soFar,
    severity: internal?.severity,
    layer: isLayer(internal?.layer) ? LAYER_WORDS[internal.layer][language] : internal?.layer,
    review: internal?.review,
  };
  return FACT_NAMES.flatMap((name) => {
    const value = values[name] ?? '';
    const href = name === 'review' ? reviewHref(value) : undefined;
    return value === '' ? [] : [{ name, value, ...(href !== undefined && { href }) }];
  });
}

/** A review's page, or its address elsewhere; nothing for what a damaged status.json may hold. */
function reviewHref(review: string): string | undefined {
  const [, id] = /^reviews\/([a-z0-9-]+)\.md$/.exec(review) ?? [];
  if (id !== undefined) return `../incidents/${id}/`;
  return /^https:\/\//.test(review) ? review : undefined;
}

function isLayer(layer: string | undefined): layer is Layer {
  return layer !== undefined && Object.hasOwn(LAYER_WORDS, layer);
}
