import { LOCALE_FOLDERS, type Language } from '../core/article/language.ts';
import type { DeflectionState } from '../core/deflection/deflection.ts';
import { matchIncident } from '../core/operations/incidents/matching.ts';
import { isUnderWay, readStatus, type PublishedIncident } from '../core/operations/incidents/published.ts';
import { knownLine } from '../core/operations/incidents/words.ts';
import { element } from './element.ts';

/** How old what was read may be before it is read again. */
const FRESH_MS = 2 * 60_000;

/** States in which a notice helps. Not beside a secret, which comes before everything, nor once somebody has an answer. */
const HELPED: readonly DeflectionState['status'][] = ['loading', 'ready', 'abstained', 'failed'];

const STRINGS: Readonly<Record<Language, { readonly more: string; readonly send: string }>> = {
  en: { more: 'Latest news', send: 'You can still write to us; your ticket will be linked to it.' },
  'zh-CN': { more: '查看最新进展', send: '你仍然可以联系我们，工单会关联到这个故障。' },
};

/** What a notice is looked for by. */
export interface Written {
  /** Past the privacy guard: what holds a secret is not even looked at. */
  readonly text: string;
  readonly language: Language;
  readonly network?: string | undefined;
}

/**
 * What the widget knows of incidents: it reads `/status.json` of the help site afresh, and puts the one that a ticket is about
 * before the articles. What is written stays here. Whatever fails, there is no notice, and nothing else is different.
 */
export class KnownIncidents {
  #incidents: readonly PublishedIncident[] = [];
  #readAt = -Infinity;
  #found: PublishedIncident | undefined;
  /** The last that was shown, for the ticket. */
  shown: string | undefined;

  /**
   * Reads what is known; does nothing while that is fresh.
   * @param kb absolute address of the help site, with a slash at the end
   * @param changed told when there is something to look for
   */
  start(kb: string, changed: () => void): void {
    if (Date.now() - this.#readAt < FRESH_MS) return;
    this.#readAt = Date.now();
    const url = new URL('status.json', kb);
    void fetch(url, { cache: 'no-store', credentials: 'omit' })
      .then(async (response) => (response.ok ? readStatus(await response.json()) : undefined))
      .then(
        (status) => {
          // Whoever writes on the internal edition's form writes as a customer does.
          const incidents = status?.incidents.filter(({ internal }) => internal?.audience !== 'internal');
          if (!incidents || JSON.stringify(incidents) === JSON.stringify(this.#incidents)) return;
          this.#incidents = incidents;
          if (incidents.some((incident) => isUnderWay(incident, Date.now()))) changed();
        },
        () => undefined,
      );
  }

  /** Looks for the incident that a text is about; says whether that is another one than before. */
  look(state: DeflectionState, written: Written): boolean {
    const before = this.#found;
    const slugs = 'suggestions' in state ? state.suggestions.map(({ slug }) => slug) : [];
    this.#found = HELPED.includes(state.status)
      ? matchIncident({ ...written, slugs }, this.#incidents, Date.now())
      : undefined;
    // Nothing is written: what comes next is another ticket.
    if (state.status === 'idle') this.shown = undefined;
    return this.#found?.id !== before?.id || this.#found?.updated !== before?.updated;
  }

  /** Puts the notice that was found before everything else in the panel's content, but for what to do at once. */
  addTo(content: HTMLElement | undefined, language: Language, kb: string): HTMLElement | undefined {
    if (!this.#found || !content) return content;
    const notice = incidentNotice(this.#found, language, kb, Date.now());
    const urgent = content.querySelector('.urgent');
    if (urgent) urgent.after(notice);
    else content.prepend(notice);
    this.shown = this.#found.id;
    return content;
  }

  /** What a screen reader is told besides the articles; '' without a notice. */
  announcement(language: Language): string {
    return this.#found ? knownLine(this.#found, language, Date.now()) : '';
  }
}

/** “We know: …”, the last notice, and the way to the status page. */
export function incidentNotice(
  incident: PublishedIncident,
  language: Language,
  kb: string,
  nowMs: number,
): HTMLElement {
  const { more, send } = STRINGS[language];
  const folder = LOCALE_FOLDERS[language];
  const page = new URL(folder ? `${folder}/status/` : 'status/', kb);
  page.hash = incident.id;
  const notice = element(
    'div',
    { class: 'suggestion incident', part: 'incident', 'data-incident': incident.id, lang: language },
    element(
      'a',
      { class: 'open', href: page.href, target: '_blank', rel: 'noopener' },
      element('span', { class: 'title' }, knownLine(incident, language, nowMs)),
      element('span', { class: 'passage' }, incident.updates.at(-1)!.text[language]),
      element('span', { class: 'here' }, more),
    ),
    element('div', { class: 'meta' }, element('span', {}, send)),
  );
  // Beside a short sentence and its button it takes the whole width.
  notice.style.gridColumn = '1 / -1';
  return notice;
}
