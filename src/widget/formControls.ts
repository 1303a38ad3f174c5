import type { HostForm } from './hostForm.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls of a form that the widget sends itself, by their names. */
export class FormControls {
  readonly #form: HostForm;

  constructor(form: HostForm) {
    this.#form = form;
  }

  get element(): HTMLFormElement {
    return this.#form.container as HTMLFormElement;
  }

  /** @param all radio buttons that are not chosen, too */
  list(all = false): Control[] {
    return [...this.element.elements].filter(
      (control): control is Control =>
        (control instanceof HTMLInputElement ||
          control instanceof HTMLTextAreaElement ||
          control instanceof HTMLSelectElement) &&
        control.name !== '' &&
        control.type !== 'hidden' &&
        (all || !isRadio(control) || control.checked),
    );
  }

  find(name: string): Control | undefined {
    return this.list(true).find((control) => control.name === name);
  }

  value(name: string): string {
    return this.list().find((control) => control.name === name)?.value ?? '';
  }
}

export function isRadio(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === 'radio';
}
