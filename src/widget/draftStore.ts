import type { ArticlesTried } from '../core/deflection/ticketDraft.ts';

/** What was written and tried, kept for this tab until it is sent. */
export interface KeptDraft {
  /** By the names of the form's controls. */
  readonly values: Readonly<Record<string, string>>;
  readonly tried: ArticlesTried;
}

const KEY = 'firstline-draft';

/** A draft in session storage, one a page: it outlives a reload, and not the tab. Storage that is full or forbidden is done without. */
export class DraftStore {
  readonly #key: string;

  /** @param form names the form, the same on the page in the other language */
  constructor(form: string) {
    this.#key = `${KEY}:${form}`;
  }

  read(): KeptDraft | undefined {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
      return typeof kept === 'object' && kept !== null && 'values' in kept ? (kept as KeptDraft) : undefined;
    } catch {
      return undefined;
    }
  }

  write(draft: KeptDraft): void {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(draft));
    } catch {
      // What was written is still in the form.
    }
  }

  clear(): void {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept either.
    }
  }
}
