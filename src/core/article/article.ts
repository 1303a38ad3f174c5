import type { z } from 'zod';
import { ContentError, describeIssues } from './contentError.ts';
import { splitLocale, type Language } from './language.ts';
import { parseMarkdown, splitFrontMatter } from './markdown.ts';
import { passagesOf, type Passage } from './passages.ts';
import { frontMatterSchema, phrasingsSchema, type FrontMatter, type Phrasings } from './schema.ts';
import { substituteVariables, type Variables } from './variables.ts';

/** One page of help in one language. Its slug is the same in every language. */
export interface Article {
  readonly slug: string;
  readonly language: Language;
  readonly frontMatter: FrontMatter;
  readonly passages: readonly Passage[];
}

/** An article as a file or the site's collection holds it: checked front matter and a Markdown body. */
export interface ArticleSource {
  /** Path below `content/docs` without extension: `zh-cn/wallet/wrong-network`. */
  readonly id: string;
  readonly frontMatter: FrontMatter;
  readonly body: string;
}

export function toArticle(source: ArticleSource, variables: Readonly<Record<Language, Variables>>): Article {
  const { language, slug } = splitLocale(source.id);
  const tree = parseMarkdown(source.body);
  substituteVariables(tree, variables[language], `content/docs/${source.id}.md`);
  return { slug, language, frontMatter: source.frontMatter, passages: passagesOf(tree) };
}

/**
 * Reads one Markdown file.
 * @param id the path below `content/docs` without extension
 * @param file the path to name in errors
 * @throws ContentError with every wrong field: what was found, what was expected, how to mend it.
 */
export function parseArticleFile(id: string, file: string, text: string): ArticleSource {
  const { data, body } = splitFrontMatter(file, text);
  return { id, frontMatter: checkContent(frontMatterSchema, data, file), body };
}

/** Checks the parsed YAML of `content/phrasings/<slug>.yml`. */
export function parsePhrasings(file: string, data: unknown): Phrasings {
  return checkContent(phrasingsSchema, data, file);
}

function checkContent<Output>(schema: z.ZodType<Output>, data: unknown, file: string): Output {
  const result = schema.safeParse(data);
  if (!result.success) throw new ContentError(file, describeIssues(result.error, data));
  return result.data;
}
