import type { Draft } from '../../../core/operations/escalation/draft.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls of the form by their names. */
export class EscalateFields {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** Those that hold one text each: not the team, and not the facts that are ticked. */
  get controls(): Control[] {
    return [...this.#form.elements].filter(
      (element): element is Control =>
        (element instanceof HTMLInputElement ||
          element instanceof HTMLTextAreaElement ||
          element instanceof HTMLSelectElement) &&
        element.name !== 'team' &&
        element.name !== 'reason',
    );
  }

  read(): Draft {
    const data = new FormData(this.#form);
    return {
      team: textOf(data.get('team')),
      reasons: data.getAll('reason').map(textOf),
      values: Object.fromEntries(
        this.controls
          .map((control) => [control.name, valueOf(control)] as const)
          .filter(([, value]) => value !== ''),
      ),
    };
  }

  write({ team, reasons, values }: Draft): void {
    // A team without a template: the one that is chosen stays.
    const own = this.#all('team').find((radio) => radio.value === team);
    if (own) own.checked = true;
    for (const box of this.#all('reason')) box.checked = reasons.includes(box.value);
    for (const control of this.controls) setValue(control, values[control.name] ?? '');
  }

  /** Shows the fields that a team asks, and marks those that may be left out. */
  show(fields: ReadonlySet<string>, required: ReadonlySet<string>): void {
    for (const element of this.#form.querySelectorAll<HTMLElement>('[data-field]')) {
      const field = element.dataset['field']!;
      if (field === 'severityNote') continue;
      element.hidden = !fields.has(field);
      const mark = element.querySelector<HTMLElement>(':scope > label > small');
      if (mark) mark.hidden = required.has(field);
    }
    for (const element of this.#form.querySelectorAll<HTMLElement>('[data-team]'))
      element.hidden = element.dataset['team'] !== this.read().team;
  }

  #all(name: string): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  }
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}

/** A moment is asked in the agent's own time and kept in UTC. */
function valueOf(control: Control): string {
  if (control.type !== 'datetime-local') return control.value;
  const time = new Date(control.value);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().replace(/\.\d+Z$/, 'Z');
}

function setValue(control: Control, value: string): void {
  if (control.type !== 'datetime-local') {
    control.value = value;
    return;
  }
  const time = new Date(value);
  const pad = (part: number): string => String(part).padStart(2, '0');
  control.value = Number.isNaN(time.getTime())
    ? ''
    : `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}T${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`;
}
