import type { Language } from '../../core/article/language.ts';
import { articlesIn } from '../articles.ts';

/** The titles of the articles in one language, by slug. */
export async function articleTitles(language: Language): Promise<Map<string, string>> {
  const articles = await articlesIn(language);
  return new Map([...articles].map(([slug, { data }]) => [slug, data.title]));
}
