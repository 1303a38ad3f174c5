import { STYLES } from './styles.ts';

/** What the element shows, in a shadow root of its own, and what it has read out. */
export class Panel {
  readonly #content = document.createElement('div');
  readonly #live = document.createElement('p');
  readonly #alarm = document.createElement('p');

  constructor(host: HTMLElement) {
    const root = host.attachShadow({ mode: 'open' });
    // A constructed style sheet passes a Content-Security-Policy that forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    // Both stay while the content is replaced: a region that comes with its text already in it may not be read out.
    this.#live.setAttribute('role', 'status');
    this.#alarm.setAttribute('role', 'alert');
    for (const region of [this.#live, this.#alarm]) region.className = 'visually-hidden';
    root.append(this.#content, this.#live, this.#alarm);
  }

  /**
   * Replaces the content; what has been read out and has not changed is not repeated.
   * @param announcement waits until the reader pauses
   * @param alarm is read out at once
   */
  show(content: HTMLElement | undefined, announcement: string, alarm = ''): void {
    this.#content.replaceChildren(...(content ? [content] : []));
    if (this.#live.textContent !== announcement) this.#live.textContent = announcement;
    if (this.#alarm.textContent !== alarm) this.#alarm.textContent = alarm;
  }

  /** Brings the panel into view and focuses it: only after a person pressed something that changed it. */
  focus(): void {
    const shown = this.#content.firstElementChild;
    if (!(shown instanceof HTMLElement)) return;
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: 'nearest' });
  }
}
