import { z } from 'zod';
import type { ArticleSource } from './article.ts';
import { EDITIONS } from './edition.ts';
import { articlePath, LANGUAGES, splitLocale, type Language } from './language.ts';
import { parseMarkdown } from './markdown.ts';
import { passagesOf } from './passages.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { frontMatterFields } from './schema.ts';
import { shortHash } from './sourceHash.ts';
import { substituteVariables, type Variables } from './variables.ts';

/** Of the addresses below `/api/`. A change that could break a reader gets a new number; the old one stays for a year. */
export const API_VERSION = 1;

const day = z.iso.date();
const { type, audience, confidence, products } = frontMatterFields;

/** An article as programs read it. */
export const publishedArticle = z
  .object({
    slug: z
      .string()
      .describe('The same in every language; it may be renamed, and then the permalink leads on.'),
    language: z.enum(LANGUAGES).describe('The language of all the words below.'),
    url: z.url().describe('The page, for readers.'),
    permalink: z.url().describe('An address that leads to the page in the language of whoever opens it.'),
    markdown: z.url().describe('The same words as a Markdown file.'),
    section: z.string().describe('The first part of the slug.'),
    title: z.string().describe("The problem in the reader's words."),
    description: z.string().describe('One sentence that gives the gist; may be empty.'),
    questions: z.array(z.string()).describe('The problem as readers ask it.'),
    products: products.unwrap().describe('The products it is about.'),
    type: type.unwrap().describe('What kind of article it is.'),
    audience: audience.describe('Who may read it; always "public" in the public edition.'),
    confidence: confidence.unwrap().describe('How sure we are that it is right.'),
    reviewed: day.optional().describe('The day somebody last checked every sentence.'),
    updated: day
      .optional()
      .describe('The day its file last changed, or, where nobody knows, the day of its review.'),
    body: z.string().describe('Markdown (CommonMark with tables), variables filled in, links absolute.'),
    passages: z
      .array(
        z.object({
          anchor: z.string().describe('The id of the heading on the page; empty before the first one.'),
          heading: z.string().describe('Empty before the first heading.'),
          url: z.url().describe('The page at that heading.'),
          text: z.string().describe('Plain text, one block a line.'),
        }),
      )
      .describe('The body cut at its second- and third-level headings.'),
    related: z.array(z.string()).describe('Slugs of what to read next, as far as this edition holds them.'),
    hash: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .describe('Changes when title, description, questions or body change.'),
  })
  .describe('An article in one language.');

export type PublishedArticle = z.infer<typeof publishedArticle>;

/** `/api/v1/articles.<language>.json` */
export const articlesFile = z
  .object({
    $schema: z.url(),
    version: z.literal(API_VERSION),
    edition: z.enum(EDITIONS),
    language: z.enum(LANGUAGES),
    site: z.url().describe('Where the site is served.'),
    articles: z.array(publishedArticle).describe('In the order of their slugs.'),
  })
  .describe(
    'Every article of an edition in one language. Within a version fields are only added: none is removed, renamed or given ' +
      'another meaning, and lists of values may grow. Ignore what you do not know.',
  );
export type ArticlesFile = z.infer<typeof articlesFile>;

/** The JSON Schema (2020-12) of that file. It allows fields it does not name, because they may be added. */
export function articlesSchema(id: string): object {
  return { ...z.toJSONSchema(articlesFile, { io: 'input' }), $id: id };
}

/** What an article's file does not say of itself. */
export interface Publication {
  /** Where the site is served, with its folder and a slash at the end. */
  readonly root: string;
  readonly variables: Readonly<Record<Language, Variables>>;
  /** When its file last changed, if that is known. */
  readonly changed: Date | undefined;
}

/**
 * An article as the API, the Markdown files and the feed show it. `related` is as the file has it.
 * @throws ContentError naming every unknown variable
 */
export function publishArticle(
  source: ArticleSource,
  { root, variables, changed }: Publication,
): PublishedArticle {
  const { slug, language } = splitLocale(source.id);
  const { title, description, questions, reviewed, related, ...fields } = source.frontMatter;
  const url = root + articlePath(slug, language).slice(1);
  const tree = parseMarkdown(source.body);
  substituteVariables(tree, variables[language], `content/docs/${source.id}.md`);
  const passages = passagesOf(tree);
  const body = plainMarkdown(tree, source.body, { url, root, language });
  const updated = changed ?? reviewed;
  return {
    slug,
    language,
    url,
    permalink: `${root}a/${slug}/`,
    markdown: url.replace(/\/$/, '.md'),
    section: slug.split('/')[0]!,
    title,
    description,
    questions,
    products: fields.products,
    type: fields.type,
    audience: fields.audience,
    confidence: fields.confidence,
    ...(reviewed && { reviewed: dayOf(reviewed) }),
    ...(updated && { updated: dayOf(updated) }),
    body,
    passages: passages.map(({ anchor, heading, text }) => ({
      anchor,
      heading,
      url: anchor ? `${url}#${anchor}` : url,
      text,
    })),
    related,
    hash: shortHash(JSON.stringify([title, description, questions, body])),
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
