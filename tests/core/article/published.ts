import { parseArticleFile } from '../../../src/core/article/article.ts';
import { publishArticle, type PublishedArticle } from '../../../src/core/article/publishedArticle.ts';

const ROOT = 'https://help.example/base/';
export const VARIABLES = {
  en: { brand: 'Acme', mail: 'help@acme.example' },
  'zh-CN': { brand: 'Acme 钱包', mail: 'help@acme.example' },
} as const;

/** An article made from Markdown, published. */
export function publishedFrom(
  body: string,
  fields: Readonly<Record<string, unknown>> = {},
  id = 'wallet/one',
  changed?: Date,
): PublishedArticle {
  const frontMatter = { title: 'One', audience: 'public', ...fields };
  const text = `---\n${JSON.stringify(frontMatter)}\n---\n${body}`;
  const source = parseArticleFile(id, `content/docs/${id}.md`, text);
  return publishArticle(source, { root: ROOT, variables: VARIABLES, changed });
}
