import { NEW_WALK, readWalk, type Walk } from '../../../core/operations/triage/walk.ts';
import type { TriageTree } from '../../../core/operations/triage/triageTree.ts';

/** Whether single keys are on; kept in this browser, the same for every tree. */
const KEYS = 'firstline.triage.keys';

/** A walk in session storage: it outlives a reload, and not the tab. Storage that is full or forbidden is done without. */
export class TriageStore {
  readonly #key: string;
  readonly #version: string;

  constructor(name: string, version: string) {
    this.#key = `firstline.triage:${name}`;
    this.#version = version;
  }

  read(tree: TriageTree): Walk {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
      if (typeof kept !== 'object' || kept === null) return NEW_WALK;
      const walk = readWalk(tree, kept);
      // Questions that were changed since have not been answered; what was noted stays true.
      return Reflect.get(kept, 'version') === this.#version ? walk : { ...walk, choices: [] };
    } catch {
      return NEW_WALK;
    }
  }

  write(walk: Walk): void {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify({ version: this.#version, ...walk }));
    } catch {
      // It is still on the page.
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

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(KEYS) !== 'off';
  } catch {
    return true;
  }
}

export function keepKeys(on: boolean): void {
  try {
    localStorage.setItem(KEYS, on ? 'on' : 'off');
  } catch {
    // They are as chosen until the page goes.
  }
}
