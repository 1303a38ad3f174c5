import { sectionChanges, type SectionChanges, type SectionHashes } from '../sourceHash.ts';
import type { TranslationSource } from '../translationSource.ts';

/** How a translation stands to the English page it was made from. */
export type TranslationState =
  | { readonly state: 'current' }
  /** Made from this very page, but says so of the page as a whole only: the next change could not be located. */
  | { readonly state: 'unsectioned' }
  /** Says nothing about what it was made from. */
  | { readonly state: 'unstamped' }
  /** Without `changes` it is only known that something is different. */
  | { readonly state: 'outdated'; readonly changes?: SectionChanges };

/** What the English page is now: as a whole, and section by section. */
export interface EnglishHashes {
  readonly page: string;
  readonly sections: SectionHashes;
}

export function translationState(made: TranslationSource | undefined, now: EnglishHashes): TranslationState {
  if (made === undefined) return { state: 'unstamped' };
  if (typeof made === 'string') return { state: made === now.page ? 'unsectioned' : 'outdated' };
  const changes = sectionChanges(made, now.sections);
  const isCurrent = changes.changed.length + changes.added.length + changes.removed.length === 0;
  return isCurrent ? { state: 'current' } : { state: 'outdated', changes };
}

/** The changes in words: `changed: steps, why-this-happens; new: on-bitcoin`. */
export function describeChanges(changes: SectionChanges | undefined): string {
  if (!changes) return 'it is not recorded which sections';
  const parts = [
    ['changed', changes.changed],
    ['new', changes.added],
    ['gone', changes.removed],
  ] as const;
  return parts
    .flatMap(([word, names]) => (names.length > 0 ? [`${word}: ${names.join(', ')}`] : []))
    .join('; ');
}
