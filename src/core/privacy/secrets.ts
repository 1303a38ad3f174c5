import { findCards } from './card.ts';
import { seeingThrough } from './invisible.ts';
import { withoutOverlaps } from './overlap.ts';
import { findPasswords } from './password.ts';
import { findPrivateKeys } from './privateKey.ts';
import { findRecoveryPhrases } from './recoveryPhrase.ts';
import type { Finder, SecretKind } from './secret.ts';

/** In this order: where two overlap, the earlier one says what it is. */
const FINDERS: readonly Finder<SecretKind>[] = [
  findRecoveryPhrases,
  findPrivateKeys,
  findCards,
  findPasswords,
];

const findAnySecret = seeingThrough<SecretKind>((text) => FINDERS.flatMap((find) => find(text)));

/** Everything in a text that the form refuses to search, store or send: in order, without overlaps. */
export const findSecrets: Finder<SecretKind> = (text) => withoutOverlaps(text, findAnySecret(text));
