import { actionOf, type DeskAction } from '../../../core/operations/desk/keys.ts';

/** Whether single keys are on; kept in this browser. */
const KEY = 'firstline.desk.keys';

/** The dialog that lists the keys and switches them off. */
export class DeskKeys {
  readonly #dialog: HTMLDialogElement;
  readonly #switch: HTMLInputElement;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#switch = dialog.querySelector('input')!;
    this.#switch.checked = stored() !== 'off';
    this.#switch.addEventListener('change', () => keep(this.#switch.checked ? 'on' : 'off'));
    dialog.querySelector('.fl-close')!.addEventListener('click', () => dialog.close());
  }

  open(): void {
    this.#dialog.showModal();
  }

  /** What a press means here; nothing while a dialog is open, which has keys of its own. */
  actionOf(event: KeyboardEvent): DeskAction | undefined {
    if (document.querySelector('dialog[open]') !== null) return undefined;
    return actionOf(event, isTyping(event.target), this.#switch.checked);
  }
}

/** Whether keys are text where the focus is, or choose something in a list. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target.matches('input:not([type=checkbox], [type=radio], [type=button])');
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // It is off until the page goes.
  }
}
