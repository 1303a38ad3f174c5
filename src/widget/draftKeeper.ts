import { withoutSecrets } from '../core/deflection/fieldSecrets.ts';
import { withoutUnfinishedPhrase } from '../core/deflection/unfinishedPhrase.ts';
import type { Finder, SecretKind } from '../core/privacy/secret.ts';
import { DraftStore } from './draftStore.ts';
import { setValue } from './fields.ts';
import { isRadio, type Control, type FormControls } from './formControls.ts';
import type { HostForm } from './hostForm.ts';
import type { Tried } from './tried.ts';
import { TRAP } from './trap.ts';

/** What of a page a draft is made of. */
export interface DraftParts {
  readonly form: HostForm;
  readonly controls: FormControls;
  readonly tried: Tried;
  readonly find: Finder<SecretKind>;
}

/** Keeps what was written over a reload, without what is secret in it. */
export class DraftKeeper {
  readonly #parts: DraftParts;
  readonly #store: DraftStore;

  constructor(parts: DraftParts) {
    this.#parts = parts;
    this.#store = new DraftStore(parts.form.container?.id ?? '');
  }

  /** Only when the page goes away: half a recovery phrase is not yet recognised as one while it is typed. */
  watch(signal: AbortSignal): void {
    addEventListener('pagehide', () => this.#save(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#save(), { signal });
  }

  clear(): void {
    this.#store.clear();
  }

  restore(): void {
    const kept = this.#store.read();
    if (!kept) return;
    const { controls, tried } = this.#parts;
    tried.restore(kept.tried);
    for (const control of controls.list(true)) {
      const value = kept.values[control.name];
      if (value === undefined || control.name === TRAP) continue;
      if (isRadio(control)) control.checked = control.value === value;
      // What a person has written since is newer.
      else if (control.value === '') {
        if (control instanceof HTMLSelectElement) control.value = value;
        else setValue(control, value);
      }
    }
  }

  #save(): void {
    const { form, controls, tried, find } = this.#parts;
    const written = form.written();
    const clean = new Map<Control, string>(
      withoutSecrets(written, find).map((text, i) => [
        written[i]!.field,
        withoutUnfinishedPhrase(text, find),
      ]),
    );
    // Words that the guard has seen, and choices, which are the page's own; nothing else is kept.
    const values = controls.list().flatMap((control) => {
      const isChoice = control instanceof HTMLSelectElement || isRadio(control);
      const value = isChoice ? control.value : clean.get(control);
      return value && control.name !== TRAP ? [[control.name, value] as const] : [];
    });
    this.#store.write({ values: Object.fromEntries(values), tried: tried.toJSON() });
  }
}
