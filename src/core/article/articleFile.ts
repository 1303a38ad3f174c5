import type { PublishedArticle } from './publishedArticle.ts';

/** The words that stand around an article in its Markdown file. */
export interface ArticleFileWords {
  readonly questions: string;
  readonly related: string;
  readonly source: string;
  readonly reviewed: string;
  readonly updated: string;
}

/**
 * An article as a Markdown file: title, gist, body, the questions it answers, what to read next, and where it comes from.
 * @param others the articles of the same edition and language, by slug
 */
export function articleFile(
  article: PublishedArticle,
  others: ReadonlyMap<string, PublishedArticle>,
  words: ArticleFileWords,
): string {
  const { title, description, body, questions, related, url, language, reviewed, updated } = article;
  const links = related.flatMap((slug) => others.get(slug) ?? []).map(articleLink);
  const colon = language === 'zh-CN' ? '：' : ': ';
  const source = [
    `${words.source}${colon}<${url}>`,
    ...(reviewed ? [`${words.reviewed}${colon}${reviewed}`] : []),
    ...(updated ? [`${words.updated}${colon}${updated}`] : []),
  ];
  const parts = [
    `# ${escapeInline(title)}`,
    ...(description ? [`> ${escapeInline(description)}`] : []),
    body,
    ...section(words.questions, questions.map(escapeInline)),
    ...section(words.related, links),
    `---`,
    source.map((line) => `- ${line}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A link to an article's Markdown file, as lists have it. */
export function articleLink({ title, markdown }: PublishedArticle): string {
  return `[${escapeInline(title)}](${markdown})`;
}

/** Plain text within a line of Markdown. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*_[\]<]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d{0,9})(?=[#>+\-.)])/, '$1\\');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${heading}`, lines.map((line) => `- ${line}`).join('\n')] : [];
}
