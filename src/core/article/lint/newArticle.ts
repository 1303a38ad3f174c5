import type { Language } from '../language.ts';
import { TEMPLATE_WORDS, type Sections } from './newArticleWords.ts';
import { RUNBOOK_SECTIONS } from './runbookSections.ts';

export const ARTICLE_TYPES = ['faq', 'guide', 'runbook'] as const;
export type ArticleType = (typeof ARTICLE_TYPES)[number];

export interface NewArticle {
  readonly type: ArticleType;
  readonly slug: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly owner: string;
  readonly products: readonly string[];
  /** The day it is begun, as YYYY-MM-DD. */
  readonly day: string;
}

/**
 * The Markdown of a new article in one language, with the order of things and a word on what belongs where. It is internal
 * and work in progress until somebody says otherwise, so that nothing half written reaches a reader.
 */
export function newArticle(article: NewArticle, language: Language): string {
  const words = TEMPLATE_WORDS[language];
  const { type, slug, title, owner, products, day } = article;
  const kind = type === 'runbook' ? 'runbook' : 'article';
  const sections = type === 'runbook' ? runbook(language) : words.sections[type];
  return `---
title: ${quoted(title[language])}
description: ${quoted(words.description)}
type: ${type}
audience: internal # ${words.audience[kind]}
confidence: work-in-progress
owner: ${owner}
author: ${owner}
reviewed: ${day}
reviewEvery: ${slug.startsWith('security/') ? '3 months' : '6 months'}
products: [${products.join(', ')}]
questions:
${[1, 2, 3, 4].map((number) => `  - ${quoted(words.question(slug, number, kind))}`).join('\n')}
related: []
${kind === 'runbook' ? words.fieldsOfRunbook : ''}---

${type === 'runbook' ? words.openingOfRunbook : words.opening}

${sections.map(([heading, text]) => `## ${heading}\n\n${text}\n`).join('\n')}`;
}

/** The file of phrasings that goes with it: empty, since invented ones would be matched. */
export function newPhrasings(): string {
  return `# Ways people put this problem, in their own words: keywords, sentences, the beginning of a ticket, slips, slang, symptoms
# rather than names. At least 24 different ones in each language; CONTRIBUTING.md says more.
en: []
zh-CN: []
`;
}

function runbook(language: Language): Sections {
  return RUNBOOK_SECTIONS.map(({ example }, i) => [example[language], TEMPLATE_WORDS[language].runbook[i]!]);
}

/** A text as YAML that is read as that text, whatever it holds. */
function quoted(text: string): string {
  return /^[\p{L}\d][^:#'"\n]*$/u.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
