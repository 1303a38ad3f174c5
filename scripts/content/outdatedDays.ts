import { config } from '../../src/config.ts';
import * as core from '../../src/core/article/translation/outdatedDays.ts';
import type { TranslationFacts } from '../../src/core/article/translation/translationFacts.ts';
import { gitBeside } from './gitBeside.ts';

/** Since how many days each outdated translation is outdated, by slug, as the project's history has it. */
export function outdatedDays(
  pages: readonly TranslationFacts[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  return core.outdatedDays(pages, today, config.variables, gitBeside);
}
