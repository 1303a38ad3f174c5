import path from 'node:path';
import { readPage } from '../../src/core/article/lint/page.ts';

import { factsOf, type PageFacts } from '../../src/core/article/lint/facts.ts';
import { translationState } from '../../src/core/article/lint/translationState.ts';
import { config } from '../../src/config.ts';
import { daysDifferent } from './gitHistory.ts';

/** Since how many days each outdated translation is outdated, by slug. */
export async function outdatedDays(
  pages: readonly PageFacts[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const english = new Map(pages.flatMap((page) => (page.language === 'en' ? [[page.slug, page] as const] : [])));
  const found = pages.map(async ({ slug, language, source }) => {
    const original = english.get(slug);
    if (language === 'en' || source === undefined || !original?.hashes) return undefined;
    if (translationState(source, original.hashes).state !== 'outdated') return undefined;
    const days = await daysDifferent(
      path.resolve(original.file),
      (text) => {
        const page = readPage(original.file, slug, text, config.variables);
        if ('message' in page) return false;
        const { hashes } = factsOf(page);
        return hashes !== undefined && translationState(source, hashes).state !== 'outdated';
      },
      today,
    );
    return days === undefined ? undefined : ([slug, days] as const);
  });
  return new Map((await Promise.all(found)).filter((entry) => entry !== undefined));
}
