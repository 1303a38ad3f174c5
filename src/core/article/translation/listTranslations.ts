import { LOCALE_FOLDERS } from '../language.ts';

import { describeChanges, translationState } from '../lint/translationState.ts';
import type { SectionChanges } from '../sourceHash.ts';
import type { TranslationFacts } from './translationFacts.ts';

/** One translation that is not as it should be. */
export interface ListedTranslation {
  readonly state: 'missing' | 'outdated' | 'unstamped' | 'orphaned' | 'unreadable';
  readonly slug: string;
  /** Path below `docs` without extension, of the translation. */
  readonly id: string;
  readonly changes?: SectionChanges;
  readonly daysOutdated?: number;
  readonly severity: 'error' | 'warning';
}

/**
 * Translations that are missing, outdated or orphaned, in the order of their slugs.
 * @param days since how many days each outdated one is outdated, by slug
 */
export function listTranslations(
  pages: readonly TranslationFacts[],
  days: ReadonlyMap<string, number>,
  graceDays: number,
): ListedTranslation[] {
  const english = new Map(pages.filter(({ language }) => language === 'en').map((page) => [page.slug, page]));
  const translations = pages.filter(({ language }) => language !== 'en');
  const translated = new Set(translations.map(({ slug }) => slug));
  const idOf = (slug: string): string => `${LOCALE_FOLDERS['zh-CN']}/${slug}`;
  const listed = translations.flatMap(({ slug, source, readable }): ListedTranslation[] => {
    const original = english.get(slug);
    const item = { slug, id: idOf(slug) };
    if (!original) return [{ ...item, state: 'orphaned', severity: 'error' }];
    if (!readable || !original.hashes) return [{ ...item, state: 'unreadable', severity: 'error' }];
    const found = translationState(source, original.hashes);
    if (found.state === 'unstamped') return [{ ...item, state: 'unstamped', severity: 'warning' }];
    if (found.state !== 'outdated') return [];
    const daysOutdated = days.get(slug);
    const isLate = slug.startsWith('security/') && daysOutdated !== undefined && daysOutdated > graceDays;
    return [
      {
        ...item,
        state: 'outdated',
        ...(found.changes && { changes: found.changes }),
        ...(daysOutdated !== undefined && { daysOutdated }),
        severity: isLate ? 'error' : 'warning',
      },
    ];
  });
  const missing = [...english.keys()]
    .filter((slug) => !translated.has(slug))
    .map((slug): ListedTranslation => ({ slug, id: idOf(slug), state: 'missing', severity: 'error' }));
  return [...listed, ...missing].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** A line for people. */
export function describeTranslation({ state, slug, id, changes, daysOutdated }: ListedTranslation): string {
  const since =
    daysOutdated === undefined ? '' : ` (${daysOutdated} day${daysOutdated === 1 ? '' : 's'} ago)`;
  const what: Readonly<Record<ListedTranslation['state'], string>> = {
    missing: `write it beside ${slug}`,
    orphaned: 'there is no English page of that slug: rename or remove it',
    unreadable: '`npm run content:lint` says what is wrong with the file',
    unstamped: `does not say what it was made from: read it beside ${slug}, then stamp it`,
    outdated: `${describeChanges(changes)}${since}: mend these sections, then stamp it`,
  };
  return `${state.padEnd(10)} ${id}: ${what[state]}`;
}
