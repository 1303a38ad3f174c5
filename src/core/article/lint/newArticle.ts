import type { Language } from '../language.ts';
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
  const words = WORDS[language];
  const { type, slug, title, owner, products, day } = article;
  const sections = type === 'runbook' ? runbook(language) : words.sections[type];
  return `---
title: ${quoted(title[language])}
description: ${quoted(words.description)}
type: ${type}
audience: internal # ${words.audience}
confidence: work-in-progress
owner: ${owner}
reviewed: ${day}
reviewEvery: ${slug.startsWith('security/') ? '3 months' : '6 months'}
products: [${products.join(', ')}]
questions:
${[1, 2, 3, 4].map((number) => `  - ${quoted(words.question(slug, number))}`).join('\n')}
related: []
---

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

type Sections = readonly (readonly [heading: string, text: string])[];

interface Words {
  readonly description: string;
  readonly audience: string;
  readonly question: (slug: string, number: number) => string;
  readonly opening: string;
  readonly openingOfRunbook: string;
  readonly sections: Readonly<Record<'faq' | 'guide', Sections>>;
  readonly runbook: readonly string[];
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    description: 'TODO: one sentence that gives the gist of the answer.',
    audience: 'public when it is ready, in both languages',
    question: (slug, number) => `TODO: question ${number} about ${slug}, as a reader asks it?`,
    opening: 'TODO: answer the title in one or two sentences, in at most 60 words.',
    openingOfRunbook: 'TODO: say what this runbook is for and what stands at its end, in at most 60 words.',
    sections: {
      faq: [
        ['How to check', '1. Open TODO. You see TODO.\n2. Compare it with the list below.'],
        ['What to do', '1. Open TODO. You see TODO.\n2. Check that TODO.'],
        ['Why this happens', 'TODO: in two or three sentences.'],
        ['What cannot be undone', '- TODO: what stays as it is.'],
        [
          'When to contact support',
          'Use the [contact form](/contact/) and bring:\n\n- TODO: what support needs.\n\nNever send your recovery phrase, a private key, a password or a code.',
        ],
      ],
      guide: [
        ['Before you start', '- TODO: what is needed.'],
        ['What to do', '1. Open TODO. You see TODO.\n2. Check that TODO.'],
        ['If something goes wrong', 'TODO: what one sees, what it means, what to do.'],
        ['What cannot be undone', '- TODO: what stays as it is.'],
        [
          'When to contact support',
          'Use the [contact form](/contact/) and bring:\n\n- TODO: what support needs.\n\nNever send your recovery phrase, a private key, a password or a code.',
        ],
      ],
    },
    runbook: [
      '- TODO: what is seen or reported. Say also when not to use it.',
      'Owner: TODO. Severity: TODO, by the [matrix](/runbooks/incidents/declare/).',
      'TODO: what to look at, with the query:\n\n```text\nservice : "TODO"\n```',
      '1. **Check TODO.** If TODO, then TODO. If not, go on.\n2. **Decide TODO.** If TODO, then TODO.',
      '> TODO: what to write, without a cause, a name or a time that nobody knows.',
      '- TODO: to whom, and with what.',
      'TODO: how to take it back, and what stays.',
    ],
  },
  'zh-CN': {
    description: '待写：用一句话说出答案的要点。',
    audience: '写完后，中英文都改成 public',
    question: (slug, number) => `待写：用户会怎么问 ${slug}（第 ${number} 个）？`,
    opening: '待写：用一两句话回答标题，不超过 120 个字。',
    openingOfRunbook: '待写：这份手册用来做什么，做完应该得到什么，不超过 120 个字。',
    sections: {
      faq: [
        ['怎么检查', '1. 打开待写的页面。你会看到待写的内容。\n2. 对照下面的清单。'],
        ['怎么处理', '1. 打开待写的页面。你会看到待写的内容。\n2. 确认待写的结果。'],
        ['为什么会这样', '待写：两三句话。'],
        ['哪些无法挽回', '- 待写：哪些改不回来。'],
        [
          '什么时候联系客服',
          '请用[联系表单](/zh-cn/contact/)告诉我们，并附上：\n\n- 待写：客服需要什么。\n\n不要发送助记词、私钥、密码或验证码。',
        ],
      ],
      guide: [
        ['开始之前', '- 待写：需要准备什么。'],
        ['怎么操作', '1. 打开待写的页面。你会看到待写的内容。\n2. 确认待写的结果。'],
        ['出了问题怎么办', '待写：看到什么，说明什么，怎么办。'],
        ['哪些无法挽回', '- 待写：哪些改不回来。'],
        [
          '什么时候联系客服',
          '请用[联系表单](/zh-cn/contact/)告诉我们，并附上：\n\n- 待写：客服需要什么。\n\n不要发送助记词、私钥、密码或验证码。',
        ],
      ],
    },
    runbook: [
      '- 待写：看到或收到什么时用。也写明什么时候不用。',
      '负责团队：待写。级别：待写，见[事故级别表](/zh-cn/runbooks/incidents/declare/)。',
      '待写：看什么，附查询：\n\n```text\nservice : "TODO"\n```',
      '1. **检查待写的内容**。如果待写，就待写；不是就继续。\n2. **决定待写的事**。如果待写，就待写。',
      '> 待写：怎么回复。不写没查清的原因、人名和时间。',
      '- 待写：找谁，带什么。',
      '待写：怎么撤回，哪些撤不回。',
    ],
  },
};

function runbook(language: Language): Sections {
  return RUNBOOK_SECTIONS.map(({ example }, i) => [example[language], WORDS[language].runbook[i]!]);
}

/** A text as YAML that is read as that text, whatever it holds. */
function quoted(text: string): string {
  return /^[\p{L}\d][^:#'"\n]*$/u.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
