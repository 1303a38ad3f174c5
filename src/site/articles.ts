import { getCollection, type CollectionEntry } from 'astro:content';
import { LOCALE_FOLDERS, splitLocale, type Language } from '../core/article/language.ts';

export type ArticleEntry = CollectionEntry<'docs'>;

/** The articles of this edition in one language, by slug; the English one where there is no translation yet. */
export async function articlesIn(language: Language): Promise<Map<string, ArticleEntry>> {
  const entries = await getCollection('docs');
  const english = entries.filter(({ id }) => splitLocale(id).language === 'en');
  const translated = entries.filter(
    ({ id }) => LOCALE_FOLDERS[language] !== '' && splitLocale(id).language === language,
  );
  return new Map([...english, ...translated].map((entry) => [splitLocale(entry.id).slug, entry]));
}
