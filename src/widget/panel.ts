import { STYLES } from './styles.ts';

/** What the element shows, in a shadow root of its own, and what it has read out. */
export class Panel {
  readonly #content = document.createElement('div');
  readonly #live = document.createElement('p');

  constructor(host: HTMLElement) {
    const root = host.attachShadow({ mode: 'open' });
    // A constructed style sheet passes a Content-Security-Policy that forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    this.#live.className = 'visually-hidden';
    this.#live.setAttribute('role', 'status');
    root.append(this.#content, this.#live);
  }

  /** Replaces the content; an announcement that has not changed is not repeated. */
  show(content: HTMLElement | undefined, announcement: string): void {
    this.#content.replaceChildren(...(content ? [content] : []));
    if (this.#live.textContent !== announcement) this.#live.textContent = announcement;
  }

  /** Brings the panel into view and focuses it: only after a person pressed something that changed it. */
  focus(): void {
    const shown = this.#content.firstElementChild;
    if (!(shown instanceof HTMLElement)) return;
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: 'nearest' });
  }
}
