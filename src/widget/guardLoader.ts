import type { Finder, SecretKind } from '../core/privacy/secret.ts';
import { importBundle } from './bundles.ts';
import type * as GuardBundle from './guard.ts';
import { lazily } from './lazily.ts';

/** The privacy guard, which comes in a file of its own: until it is there nothing is searched, kept or sent. */
export class GuardLoader {
  #find: Finder<SecretKind> | undefined;
  readonly load = lazily(
    async () => {
      this.#find = ((await importBundle('guard.js')) as typeof GuardBundle).findSecrets;
      return this.#find;
    },
    (error) => console.warn('Firstline cannot check for secrets, and searches nothing:', error),
  );

  /** The guard, once it is there. */
  get find(): Finder<SecretKind> | undefined {
    return this.#find;
  }

  /** Lets everything pass from now on: a host's form must be sent also where the guard cannot be had. */
  waive(): void {
    this.#find = () => [];
  }
}
