import type { ArticleSource } from './article.ts';
import { splitLocale, type Language } from './language.ts';
import type { FrontMatter } from './schema.ts';

const DAY_MS = 86_400_000;
/** How far ahead "due soon" looks. */
export const SOON_DAYS = 30;

/** When an article is to be checked again, and by whom. */
export interface Review {
  /** Path below `content/docs` without extension. */
  readonly id: string;
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly owner: string;
  readonly confidence: FrontMatter['confidence'];
  readonly audience: FrontMatter['audience'];
  /** The day of the last review, as YYYY-MM-DD; undefined if there was none. */
  readonly reviewed?: string;
  /** The day the next review is due, as YYYY-MM-DD; undefined where nobody has ever reviewed it. */
  readonly due?: string;
  /** Days from today to that day; negative if it has passed. */
  readonly daysLeft?: number;
  readonly state: 'overdue' | 'soon' | 'later';
}

/**
 * The next review of each article, the most urgent first. What was never reviewed is overdue; what is archived is not
 * reviewed again and not listed.
 * @param today as YYYY-MM-DD
 */
export function reviewsOf(
  articles: readonly Pick<ArticleSource, 'id' | 'frontMatter'>[],
  today: string,
): Review[] {
  return articles
    .filter(({ frontMatter }) => frontMatter.confidence !== 'archived')
    .map((article) => reviewOf(article, today))
    .toSorted((a, b) => (a.daysLeft ?? -Infinity) - (b.daysLeft ?? -Infinity) || byText(a.id, b.id));
}

export function reviewOf(
  { id, frontMatter }: Pick<ArticleSource, 'id' | 'frontMatter'>,
  today: string,
): Review {
  const { title, owner, confidence, audience, reviewed, reviewEvery } = frontMatter;
  const basis = { id, ...splitLocale(id), title, owner, confidence, audience };
  if (!reviewed) return { ...basis, state: 'overdue' };
  const dueMs = Math.floor(reviewed.getTime() / DAY_MS) * DAY_MS + reviewEvery * DAY_MS;
  const daysLeft = Math.round((dueMs - Date.parse(today)) / DAY_MS);
  const state = daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'later';
  return { ...basis, reviewed: isoDay(reviewed.getTime()), due: isoDay(dueMs), daysLeft, state };
}

/** A moment as the day it is in, in UTC: YYYY-MM-DD. */
export function isoDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** Code units, not the computer's language: the same order everywhere. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
