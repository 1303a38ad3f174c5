import { parseArticleFile, type ArticleSource } from '../article.ts';
import { ContentError } from '../contentError.ts';
import type { Audience } from '../edition.ts';
import { splitLocale, type Language } from '../language.ts';
import { parseMarkdown } from '../markdown.ts';
import { FRONT, OPENING, sectionChanges, sectionHashes, type SectionChanges } from '../sourceHash.ts';

/** A file of the content as it was, or is. */
export interface FileVersion {
  /** Its path from the project's folder. */
  readonly file: string;
  readonly text: string;
}

/** A file before and after a change; one of them is missing where it was added or removed. */
export interface FileChange {
  readonly before?: FileVersion;
  readonly after?: FileVersion;
}

/** What a change does to one article in one language. */
export interface ArticleChange {
  readonly slug: string;
  readonly language: Language;
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed' | 'unreadable';
  readonly title: string;
  readonly audience?: Audience;
  /** The slug it had before, if that was another one. */
  readonly oldSlug?: string;
  /** Who could read it before, if that was somebody else. */
  readonly oldAudience?: Audience;
  /** What a reader sees differently, by section; empty if only fields for the team changed. */
  readonly sections?: SectionChanges;
}

/** What a changed file means for its readers. A file that cannot be read is named; the lint says what is wrong with it. */
export function articleChange({ before, after }: FileChange): ArticleChange | undefined {
  const file = after?.file ?? before?.file;
  if (file === undefined) return undefined;
  const { slug, language } = splitLocale(articleId(file));
  const now = after && read(after);
  const then = before && read(before);
  if (after && !now) return { slug, language, kind: 'unreadable', title: '' };
  const shown = now ?? then;
  const facts = {
    slug,
    language,
    title: shown?.frontMatter.title ?? '',
    ...(shown && { audience: shown.frontMatter.audience }),
  };
  if (!now) return { ...facts, kind: 'removed' };
  if (!then) return { ...facts, kind: before ? 'changed' : 'added' };
  const oldSlug = splitLocale(then.id).slug;
  const oldAudience = then.frontMatter.audience;
  return {
    ...facts,
    kind: oldSlug === slug ? 'changed' : 'renamed',
    ...(oldSlug !== slug && { oldSlug }),
    ...(oldAudience !== facts.audience && { oldAudience }),
    sections: sectionChanges(hashesOf(then), hashesOf(now)),
  };
}

/** The path below `content/docs` without extension. */
export function articleId(file: string): string {
  return file.replace(/^.*?content\/docs\//, '').replace(/\.md$/, '');
}

/** A section as Markdown names it: by its anchor, or, where it has no heading, in words. */
export function sectionName(name: string): string {
  if (name === FRONT) return 'title, gist or questions';
  return name === OPENING ? 'the answer at the top' : `\`#${name}\``;
}

/** An article, or undefined if its file is not as it should be. */
export function read({ file, text }: FileVersion): ArticleSource | undefined {
  try {
    return parseArticleFile(articleId(file), file, text);
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

function hashesOf(source: ArticleSource) {
  return sectionHashes(source, parseMarkdown(source.body));
}
