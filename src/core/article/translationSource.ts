import { z } from 'zod';
import type { SectionHashes } from './sourceHash.ts';

/** What a translation says it was made from: the hash of each section, or, in older files, of the whole page. */
export type TranslationSource = string | SectionHashes;

const EXPECTED =
  'expected what `npm run content:translations -- --stamp <slug>` writes: 12 hex digits for each section, in quotes';
const hash = z.string({ error: EXPECTED }).regex(/^[0-9a-f]{12}$/, EXPECTED);

/** The field `source` of a translation's front matter, which `npm run content:translations -- --stamp <slug>` writes. */
export const translationSource = z.union([hash, z.record(z.string().min(1), hash)], { error: EXPECTED });

/** The field as far as it can be read. */
export function readTranslationSource(value: unknown): TranslationSource | undefined {
  const result = translationSource.safeParse(value);
  return result.success ? result.data : undefined;
}
