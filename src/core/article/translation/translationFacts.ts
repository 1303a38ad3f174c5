import type { PageFacts } from '../lint/facts.ts';

/** What of an article says how its translation stands. */
export type TranslationFacts = Pick<
  PageFacts,
  'file' | 'slug' | 'language' | 'readable' | 'hashes' | 'source'
>;
