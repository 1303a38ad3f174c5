/** A pointer that moved over the panel so short ago is taking aim. */
const AIM_MS = 500;

/**
 * Holds changes back while a person presses something, aims at the panel or has the focus in it: what is being clicked
 * must not move away from under the finger.
 */
export class Stillness {
  readonly #content: HTMLElement;
  readonly #root: ShadowRoot;
  #change: (() => void) | undefined;
  #isPressed = false;
  #aim: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ShadowRoot, content: HTMLElement) {
    this.#root = root;
    this.#content = content;
    content.addEventListener('pointermove', ({ pointerType }) => {
      if (pointerType !== 'mouse') return;
      clearTimeout(this.#aim);
      this.#aim = setTimeout(() => {
        this.#aim = undefined;
        this.#release();
      }, AIM_MS);
    });
    content.addEventListener('focusout', () => this.#soon());
  }

  /** Listens to presses anywhere on the page: a panel that grows moves what stands below it. */
  watch(signal: AbortSignal): void {
    const options = { capture: true, signal };
    document.addEventListener('pointerdown', () => (this.#isPressed = true), options);
    for (const end of ['pointerup', 'pointercancel'] as const) {
      document.addEventListener(
        end,
        () => {
          this.#isPressed = false;
          this.#soon();
        },
        options,
      );
    }
  }

  /** Makes a change now, or as soon as nobody would be disturbed; a later change takes the place of one that waits. */
  change(make: () => void): void {
    if (this.#isBusy()) this.#change = make;
    else this.now(make);
  }

  /** Makes a change that the person asked for. */
  now(make: () => void): void {
    this.#change = undefined;
    make();
  }

  #isBusy(): boolean {
    const { activeElement } = this.#root;
    const isInside = activeElement !== null && this.#content.contains(activeElement);
    return this.#isPressed || this.#aim !== undefined || isInside;
  }

  /** After the click that a press ends in. */
  #soon(): void {
    setTimeout(() => this.#release());
  }

  #release(): void {
    if (this.#change && !this.#isBusy()) this.now(this.#change);
  }
}
