import type { Language } from '../../article/language.ts';
import { matchIncident, type MatchQuery } from '../incidents/matching.ts';
import type { PublishedIncident } from '../incidents/published.ts';
import { knownLine } from '../incidents/words.ts';

/** Whether customers may not hear of an incident. */
export function isInternal({ internal }: Pick<PublishedIncident, 'internal'>): boolean {
  return internal?.audience === 'internal';
}

/**
 * The incident under way that a ticket is most likely about. One that customers may hear of comes before one that they may
 * not, however well that one matches: an agent looks here for something to say.
 */
export function knownIncident(
  query: MatchQuery,
  incidents: readonly PublishedIncident[],
  nowMs: number,
): PublishedIncident | undefined {
  const open = incidents.filter((incident) => !isInternal(incident));
  return matchIncident(query, open, nowMs) ?? matchIncident(query, incidents, nowMs);
}

/**
 * What a customer is told of an incident, with the page that says more; undefined for an internal one.
 * @param publicSite with a slash at the end
 */
export function customerLine(
  incident: PublishedIncident,
  language: Language,
  publicSite: string,
  nowMs: number,
): string | undefined {
  if (isInternal(incident)) return undefined;
  const page = `${publicSite}${language === 'en' ? '' : 'zh-cn/'}status/#${incident.id}`;
  return `${knownLine(incident, language, nowMs)} ${page}`;
}
