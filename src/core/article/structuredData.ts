import type { ListItem, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import GithubSlugger from 'github-slugger';
import type { Language } from './language.ts';
import { beginsAsStep } from './lint/stepBeginning.ts';
import { parseMarkdown } from './markdown.ts';
import type { PublishedArticle } from './publishedArticle.ts';

/** A page on the way from home to an article. */
export interface Crumb {
  readonly name: string;
  readonly url: string;
}

type Thing = Readonly<Record<string, unknown>>;

/**
 * What search engines may be told of an article, in the words of schema.org, and nothing that is not true of it: a FAQ page
 * whose title is a question answers it with the text before the first heading; each section with numbered steps is a how-to.
 * @param way from the home page to the article, which comes last
 */
export function structuredData(article: PublishedArticle, siteTitle: string, way: readonly Crumb[]): Thing {
  const { url, title, description, language, updated, passages, type } = article;
  const answer = passages.find(({ anchor }) => anchor === '')?.text;
  const isQuestion = type === 'faq' && /[?？]$/.test(title) && answer !== undefined;
  const page: Thing = {
    '@type': isQuestion ? 'FAQPage' : 'WebPage',
    '@id': url,
    url,
    name: title,
    ...(description && { description }),
    inLanguage: language,
    ...(updated && { dateModified: updated }),
    isPartOf: { '@type': 'WebSite', name: siteTitle, url: way[0]?.url },
    ...(isQuestion && {
      mainEntity: [
        { '@type': 'Question', name: title, acceptedAnswer: { '@type': 'Answer', text: answer, url } },
      ],
    }),
  };
  const breadcrumbs: Thing = {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, url: item }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item,
    })),
  };
  return { '@context': 'https://schema.org', '@graph': [page, breadcrumbs, ...howTos(article)] };
}

/** JSON that may stand in a script element: `</script>` in a text cannot end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A how-to for each section that has numbered steps; sections of one article are cases, not steps one after the other. */
function howTos({ body, url, title, language, updated }: PublishedArticle): Thing[] {
  return stepsBySection(parseMarkdown(body), language).map(({ heading, anchor, steps }) => ({
    '@type': 'HowTo',
    name: heading ? `${title}${joint(title, language)}${heading}` : title,
    url: anchor ? `${url}#${anchor}` : url,
    inLanguage: language,
    ...(updated && { dateModified: updated }),
    step: steps.map((text, i) => ({ '@type': 'HowToStep', position: i + 1, text })),
  }));
}

/** What stands between a title and a heading: nothing after a question mark but what the language asks for. */
function joint(title: string, language: Language): string {
  const isClosed = /[?？!！]$/.test(title);
  if (language === 'zh-CN') return isClosed ? '' : '：';
  return isClosed ? ' ' : ': ';
}

interface Section {
  readonly heading: string;
  readonly anchor: string;
  readonly steps: string[];
}

/** Numbered lists of two steps or more, by the heading they stand below. One that tells what happens is no instruction. */
function stepsBySection(tree: Root, language: Language): Section[] {
  const slugger = new GithubSlugger();
  const sections: Section[] = [];
  let current = { heading: '', anchor: '' };
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const heading = toString(node);
      current = { heading, anchor: slugger.slug(heading) };
    }
    if (node.type !== 'list' || !node.ordered || node.children.length < 2) continue;
    const steps = node.children.map(stepText);
    const others = steps.filter((step) => !beginsAsStep(step, language));
    if (others.length * 2 < steps.length) sections.push({ ...current, steps });
  }
  return sections;
}

/** A step without the tables and lists within it: its own sentences. */
function stepText(item: ListItem): string {
  const paragraphs = item.children.filter(({ type }) => type === 'paragraph');
  return paragraphs.map((node) => toString(node)).join(' ');
}
