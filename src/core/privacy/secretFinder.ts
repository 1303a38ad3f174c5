import { findCards } from './card.ts';
import { findCodes } from './code.ts';
import { readingLegibly } from './legible.ts';
import { withoutOverlaps } from './overlap.ts';
import { findPasswords } from './password.ts';
import { inPieces } from './pieces.ts';
import { findPrivateKeys } from './privateKey.ts';
import { recoveryPhraseFinder } from './recoveryPhrase.ts';
import type { Finder, SecretKind } from './secret.ts';
import type { WordList } from './wordList.ts';

/**
 * A finder of everything in a text that the form refuses to search, store or send: in order, without overlaps. Recovery
 * phrases are found in the given word lists; preparing them takes some milliseconds, so make one finder and keep it.
 */
export function secretFinder(lists: readonly WordList[]): Finder<SecretKind> {
  const find = inPieces(readingLegibly(plainSecretFinder(lists)));
  return (text) => withoutOverlaps(text, find(text));
}

/** The same for a short text that is legible already; findings may overlap, and the first one says what it is. */
export function plainSecretFinder(lists: readonly WordList[]): Finder<SecretKind> {
  /** In this order: where two overlap, the earlier one says what it is. */
  const finders: readonly Finder<SecretKind>[] = [
    recoveryPhraseFinder(lists),
    findPrivateKeys,
    findCards,
    findCodes,
    findPasswords,
  ];
  return (text) => finders.flatMap((find) => find(text));
}
