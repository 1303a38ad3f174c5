import type { Language } from '../../language.ts';
import { textField, type Page } from '../page.ts';
import { readabilityOf } from '../readability.ts';
import type { PageRule } from '../rule.ts';

/**
 * What a worried reader manages. English: the eighth school year, what plain-language guides ask of public information;
 * the team reads two years more. Chinese: see `readabilityOf`.
 */
const HARDEST: Readonly<Record<'public' | 'internal', Readonly<Record<Language, number>>>> = {
  public: { en: 8, 'zh-CN': 26 },
  internal: { en: 10, 'zh-CN': 30 },
};

export const readingLevel: PageRule = {
  kind: 'page',
  id: 'reading-level',
  *check(page) {
    const audience = textField(page, 'audience') === 'internal' ? 'internal' : 'public';
    const hardest = HARDEST[audience][page.language];
    const found = readabilityOf(proseOf(page), page.language);
    if (!found || found.level <= hardest) return;
    yield {
      at: page.blocks[0]?.starts[0] ?? page.bodyStart,
      severity: 'warning',
      message: `This page is hard to read (${found.measure}; at most ${hardest}${page.language === 'en' ? '' : ' together'}). Shorten the longest sentences and replace rare words.`,
    };
  },
};

/** Sentences only: headings and table cells are no sentences. Each paragraph ends one. */
function proseOf({ blocks, language }: Page): string {
  return blocks
    .filter(({ kind, quoted }) => kind === 'paragraph' && !quoted)
    .map(({ text }) => (/[.!?。！？]\W*$/.test(text) ? text : `${text}${language === 'en' ? '.' : '。'}`))
    .join('\n');
}
