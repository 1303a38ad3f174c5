import type { ArticleSource } from '../core/article/article.ts';
import { frontMatterSchema } from '../core/article/schema.ts';
import type { ArticleEntry } from './articles.ts';

/** An article of the collection as core reads articles. Starlight’s own fields are left out. */
export function articleSource({ id, data, body }: ArticleEntry): ArticleSource {
  return { id, body: body ?? '', frontMatter: frontMatterSchema.parse(data) };
}
