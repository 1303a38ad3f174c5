import type { HostForm } from './hostForm.ts';
import { Panel } from './panel.ts';

/** Where the panel stands: in the element itself, or after the description where the element is outside the form. */
export class PanelPlace {
  readonly #element: HTMLElement;
  readonly #form: HostForm;
  #panel: Panel | undefined;
  /** Holds the panel where the element stands outside the form. */
  #outpost: HTMLElement | undefined;
  #signal: AbortSignal | undefined;

  constructor(element: HTMLElement, form: HostForm) {
    this.#element = element;
    this.#form = form;
  }

  /** From when the element is connected until the signal says that it is not. */
  watch(signal: AbortSignal): void {
    this.#signal = signal;
    this.#panel?.watch(signal);
    signal.addEventListener('abort', () => this.#outpost?.remove());
  }

  /** The panel, where it belongs. */
  get panel(): Panel {
    // Never moved itself: whoever drew the page may own the element, and look for it where it was.
    if (this.#form.panelAfter()) this.#outpost ??= document.createElement('firstline-panel');
    if (!this.#panel) {
      this.#panel = new Panel(this.#outpost ?? this.#element);
      if (this.#signal) this.#panel.watch(this.#signal);
    }
    this.restore();
    return this.#panel;
  }

  /** Puts the panel back where it belongs, if there is one, after the host has drawn its form anew. */
  restore(): void {
    const field = this.#form.panelAfter();
    if (field && this.#outpost && field.nextElementSibling !== this.#outpost) field.after(this.#outpost);
  }
}
