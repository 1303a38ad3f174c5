import { splitLocale } from '../../src/core/article/language.ts';
import type { ArticleSource } from '../../src/core/article/article.ts';
import type { ArticleAge } from '../../src/core/mining/staleness.ts';
import { dayNumber } from '../../src/core/mining/weeks.ts';

/** By slug, when the older of an article's languages was reviewed. */
export function agesOf(sources: readonly ArticleSource[]): Map<string, ArticleAge> {
  const ages = new Map<string, ArticleAge>();
  for (const { id, frontMatter } of sources) {
    const { slug } = splitLocale(id);
    const reviewed = frontMatter.reviewed && dayNumber(frontMatter.reviewed.getTime());
    const known = ages.get(slug);
    if (known?.reviewed !== undefined && (reviewed === undefined || known.reviewed <= reviewed)) continue;
    ages.set(slug, { reviewed, lastsDays: frontMatter.reviewEvery });
  }
  return ages;
}
