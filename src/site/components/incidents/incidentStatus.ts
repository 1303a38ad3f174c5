import type { Language } from '../../../core/article/language.ts';
import { cardOf } from '../../../core/operations/incidents/cards.ts';
import {
  isShown,
  isUnderWay,
  worstFirst,
  type PublishedIncident,
} from '../../../core/operations/incidents/published.ts';
import { moment } from '../../../core/operations/incidents/words.ts';
import { incidentCardView, type StatusWords } from './incidentCardView.ts';
import { watchStatus } from './incidentFeed.ts';

/** What the page gives its script. */
export interface StatusData {
  readonly language: Language;
  /** Address of `/status.json`. */
  readonly source: string;
  readonly say: StatusWords;
  readonly internal: string;
}

/** The status page: its own HTML until `/status.json` has been read afresh, and then what that says. */
export class IncidentStatus extends HTMLElement {
  #data!: StatusData;
  #announced: string | undefined;
  #drawn = '';
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as StatusData;
    this.#stop = watchStatus(this.#data.source, (status, isNews) => {
      if (status) this.#draw(status.incidents);
      if (isNews) this.#say(status !== undefined);
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #draw(incidents: readonly PublishedIncident[]): void {
    const now = Date.now();
    const { language, say, internal } = this.#data;
    const current = worstFirst(incidents).filter((incident) => isShown(incident, now));
    const cards = current.map((incident) => cardOf(incident, language, now));
    const open = current.filter((incident) => isUnderWay(incident, now));
    const drawn = JSON.stringify(cards);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      const list = this.#part('.fl-current');
      const opened = new Set(
        [...list.querySelectorAll('details[open]')].map((part) => part.closest('li')!.id),
      );
      list.replaceChildren(...cards.map((card) => incidentCardView(card, say, internal)));
      for (const id of opened)
        list.querySelector(`[id="${CSS.escape(id)}"] details`)?.setAttribute('open', '');
    }
    this.#part('.fl-quiet').hidden = current.length > 0;
    this.#components(open);
    this.#past(
      incidents.filter((incident) => !isShown(incident, now)),
      now,
    );
    this.#announce(open);
  }

  #components(open: readonly PublishedIncident[]): void {
    const hit = new Set(open.flatMap(({ components }) => components.map(({ id }) => id)));
    for (const item of this.querySelectorAll<HTMLElement>('.fl-component')) {
      const isHit = hit.has(item.dataset['component'] ?? '');
      item.dataset['state'] = isHit ? 'hit' : 'fine';
      item.querySelector('.fl-component-state')!.textContent = this.#data.say[isHit ? 'hit' : 'fine'] ?? '';
    }
  }

  /** What ended since the page was built goes to the top of the history, which is otherwise the page's own. */
  #past(incidents: readonly PublishedIncident[], now: number): void {
    const { language, say, internal } = this.#data;
    const recent = this.#part('.fl-recent');
    const known = new Set([...this.querySelectorAll('.fl-month .fl-incident')].map(({ id }) => id));
    const fresh = incidents.filter(({ id }) => !known.has(id));
    recent.replaceChildren(
      ...fresh.map((incident) => incidentCardView(cardOf(incident, language, now), say, internal)),
    );
    recent.hidden = fresh.length === 0;
    this.#part('.fl-no-history').hidden = known.size + fresh.length > 0;
  }

  /** Says when this was read; a page that is not up to date must not look as if it were. */
  #say(isRead: boolean): void {
    const { say, language } = this.#data;
    const at = moment(new Date().toISOString(), language);
    this.#part('.fl-as-of').textContent = isRead
      ? (say['read'] ?? '').replace('{{time}}', at)
      : (say['unread'] ?? '');
  }

  #announce(open: readonly PublishedIncident[]): void {
    const { language, say } = this.#data;
    const text = open.map(({ title, status }) => `${title[language]} (${status})`).join(' ');
    // What stood there when the page was opened is read with it.
    if (this.#announced !== undefined && text !== this.#announced)
      this.#part('[role=status]').textContent =
        open.map(({ title }) => title[language]).join('. ') || (say['none'] ?? '');
    this.#announced = text;
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }
}
