import type { ArticleSource } from './article.ts';
import { splitLocale } from './language.ts';
import { reviewOf } from './reviews.ts';

/** What a reader is told of an article before they trust it. Most articles have none. */
export type Notice = 'work-in-progress' | 'archived' | 'review-overdue';

/**
 * What must be said about an article at its top: that it is unfinished, or no longer kept, or, where a wrong step can cost
 * everything, that its check is overdue.
 * @param today as YYYY-MM-DD
 */
export function noticesOf(article: Pick<ArticleSource, 'id' | 'frontMatter'>, today: string): Notice[] {
  const { confidence } = article.frontMatter;
  if (confidence === 'archived' || confidence === 'work-in-progress') return [confidence];
  const isSecurity = splitLocale(article.id).slug.startsWith('security/');
  return isSecurity && reviewOf(article, today).state === 'overdue' ? ['review-overdue'] : [];
}
