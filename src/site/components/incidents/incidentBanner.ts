import type { Language } from '../../../core/article/language.ts';
import { noticeOf, type Notice } from '../../../core/operations/incidents/cards.ts';
import {
  dismiss,
  isDismissed,
  readDismissals,
  type Dismissals,
} from '../../../core/operations/incidents/dismissals.ts';
import {
  concernsReader,
  isShown,
  worstFirst,
  type PublishedIncident,
} from '../../../core/operations/incidents/published.ts';
import { make } from '../dom.ts';
import { rememberedStatus, watchStatus } from './incidentFeed.ts';
import { incidentIcon } from './incidentIcon.ts';

/** What the page gives its banner. */
export interface BannerData {
  readonly language: Language;
  /** Address of `/status.json`, and of the status page. */
  readonly source: string;
  readonly page: string;
  /** What was known when the page was built, and when that was. */
  readonly generated: string;
  readonly incidents: readonly PublishedIncident[];
  readonly say: { readonly hide: string; readonly more: string; readonly internal: string };
}

/** More than this hides the page they stand on; the status page has them all. */
const SHOWN = 3;
const KEY = 'firstline.incidents.dismissed';

/** A notice, and what it is made from. */
interface Shown {
  readonly incident: PublishedIncident;
  readonly notice: Notice;
}

/** The notices above a page: from its own HTML at first, from `/status.json` as soon as that has been read afresh. */
export class IncidentBanner extends HTMLElement {
  #data!: BannerData;
  #incidents: readonly PublishedIncident[] = [];
  #dismissals: Dismissals = {};
  #shown = '';
  #announced = '';
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as BannerData;
    this.#dismissals = readDismissals(attempt(() => localStorage.getItem(KEY)) ?? null);
    const remembered = rememberedStatus();
    // A page that was built since knows better than the tab.
    const isNewer = remembered !== undefined && remembered.generated >= this.#data.generated;
    this.#incidents = isNewer ? remembered.incidents : this.#data.incidents;
    this.#draw();
    // What stands there from the beginning is read with the page; only what comes later is announced.
    this.#announced = this.#announcement(this.#notices());
    this.#stop = watchStatus(this.#data.source, (status) => {
      if (status) this.#incidents = status.incidents;
      this.#draw();
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #notices(): Shown[] {
    const now = Date.now();
    return worstFirst(this.#incidents)
      .filter(
        (incident) =>
          isShown(incident, now) &&
          concernsReader(incident, this.#data.language) &&
          !isDismissed(incident, this.#dismissals),
      )
      .map((incident) => ({ incident, notice: noticeOf(incident, this.#data.language, now) }));
  }

  #draw(): void {
    const all = this.#notices();
    const list = this.querySelector<HTMLElement>('.fl-notices')!;
    const drawn = JSON.stringify(all.map(({ notice }) => notice));
    if (drawn !== this.#shown) {
      this.#shown = drawn;
      const focused = focusedIn(list);
      const rest = all.length - SHOWN;
      list.replaceChildren(
        ...all.slice(0, SHOWN).map(({ incident, notice }) => this.#item(incident, notice)),
        ...(rest > 0 ? [this.#more(rest)] : []),
      );
      list.hidden = all.length === 0;
      if (focused) list.querySelector<HTMLElement>(focused)?.focus();
    }
    const announcement = this.#announcement(all);
    if (announcement === this.#announced) return;
    this.#announced = announcement;
    this.querySelector('[role=status]')!.textContent = announcement;
  }

  /** Without how long ago it was: a minute that passes is no news. */
  #announcement(all: readonly Shown[]): string {
    return all
      .map(({ notice, incident }) => `${notice.label}: ${notice.title} (${incident.status})`)
      .join(' ');
  }

  #item(incident: PublishedIncident, { tone, label, title, state, isInternal, id }: Notice): HTMLElement {
    const { say, page } = this.#data;
    const link = make('a', '', title);
    link.href = `${page}#${id}`;
    const text = make(
      'p',
      '',
      make('strong', 'fl-notice-label', label),
      ...(isInternal ? [make('span', 'fl-internal', say.internal)] : []),
      link,
      make('span', 'fl-notice-state', state),
    );
    const close = make('button', 'fl-notice-close', '×');
    close.type = 'button';
    close.setAttribute('aria-label', say.hide.replace('{{title}}', title));
    close.addEventListener('click', () => this.#dismiss(incident));
    const item = make('li', 'fl-notice', incidentIcon(tone), text, close);
    item.dataset['tone'] = tone;
    item.dataset['incident'] = id;
    return item;
  }

  #more(count: number): HTMLElement {
    const link = make('a', '', this.#data.say.more.replace('{{count}}', String(count)));
    link.href = this.#data.page;
    return make('li', 'fl-notice-more', link);
  }

  #dismiss(incident: PublishedIncident): void {
    this.#dismissals = dismiss(incident, this.#dismissals, this.#incidents);
    // Where nothing can be kept it stays away on this page only.
    attempt(() => localStorage.setItem(KEY, JSON.stringify(this.#dismissals)));
    this.#draw();
    // The button is gone: whoever pressed it goes on with the next notice, or with the page.
    const next = this.querySelector<HTMLElement>('.fl-notice-close') ?? document.querySelector('h1');
    if (next instanceof HTMLHeadingElement) next.tabIndex = -1;
    next?.focus({ preventScroll: true });
  }
}

/** Finds again, among notices that are drawn anew, the control that has the focus; undefined if none has. */
function focusedIn(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  const item = activeElement?.closest<HTMLElement>('[data-incident]');
  if (!activeElement || !item || !list.contains(item)) return undefined;
  return `[data-incident="${CSS.escape(item.dataset['incident'] ?? '')}"] ${activeElement.localName}`;
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
