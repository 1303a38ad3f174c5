import type { Language } from '../language.ts';
import { hashesOf } from '../lint/factsOf.ts';
import { readPage } from '../lint/page.ts';
import { translationState } from '../lint/translationState.ts';
import type { Variables } from '../variables.ts';
import { daysDifferent, type Git } from './daysDifferent.ts';
import type { TranslationFacts } from './translationFacts.ts';

/**
 * Since how many days each outdated translation is outdated, by slug; without an entry nobody knows.
 * @param today as YYYY-MM-DD
 */
export async function outdatedDays(
  pages: readonly TranslationFacts[],
  today: string,
  variables: Readonly<Record<Language, Variables>>,
  git: Git,
): Promise<ReadonlyMap<string, number>> {
  const english = new Map(
    pages.flatMap((page) => (page.language === 'en' ? [[page.slug, page] as const] : [])),
  );
  const found = pages.map(async ({ slug, language, source }) => {
    const original = english.get(slug);
    if (language === 'en' || source === undefined || !original?.hashes) return undefined;
    if (translationState(source, original.hashes).state !== 'outdated') return undefined;
    const isSame = (text: string): boolean => {
      const page = readPage(original.file, slug, text, variables);
      if ('message' in page) return false;
      return translationState(source, hashesOf(page)).state !== 'outdated';
    };
    const days = await daysDifferent(original.file, isSame, today, git);
    return days === undefined ? undefined : ([slug, days] as const);
  });
  return new Map((await Promise.all(found)).filter((entry) => entry !== undefined));
}
