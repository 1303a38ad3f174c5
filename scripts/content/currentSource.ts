import { frontMatterFields } from '../../src/core/article/schema.ts';
import type { EnglishHashes } from '../../src/core/article/lint/translationState.ts';
import type { TranslationSource } from '../../src/core/article/translationSource.ts';

/** What to write into a translation: a hash for each section where the site's schema takes that, otherwise one for the page. */
export function currentSource({ page, sections }: EnglishHashes): TranslationSource {
  return frontMatterFields.source.safeParse(sections).success ? sections : page;
}
