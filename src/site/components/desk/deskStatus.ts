/** How long what was done stays on the screen. */
const SAID_MS = 6_000;

/** The line that says what was done, to eyes and to screen readers. */
export class DeskStatus {
  readonly #line: HTMLElement;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(line: HTMLElement) {
    this.#line = line;
    line.showPopover();
    // It stands above the page's header: whoever goes there sees all of it.
    for (const type of ['pointerenter', 'focusin'] as const)
      document.querySelector('header.header')?.addEventListener(type, () => this.say(''));
  }

  /** @param longMs how long it stays, unless something else is said */
  say(said: string, longMs = SAID_MS): void {
    clearTimeout(this.#quiet);
    // The same again is said again.
    this.#line.textContent = '';
    requestAnimationFrame(() => (this.#line.textContent = said));
    this.#quiet = setTimeout(() => (this.#line.textContent = ''), longMs);
  }
}
