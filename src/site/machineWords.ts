import english from '../../content/i18n/en.json' with { type: 'json' };
import chinese from '../../content/i18n/zh-CN.json' with { type: 'json' };
import { config } from '../config.ts';
import type { Language } from '../core/article/language.ts';

const STRINGS = { en: english, 'zh-CN': chinese } as const;

/** The words of files that are not pages, and so have no translator of Starlight's. */
export function machineWords(language: Language) {
  const strings = STRINGS[language];
  const brand = config.variables[language]['brand'] ?? '';
  return {
    questions: strings['firstline.article.questions'],
    related: strings['firstline.article.related'],
    source: strings['firstline.machine.source'],
    reviewed: strings['firstline.machine.reviewed'],
    updated: strings['firstline.machine.updated'],
    summary: strings['firstline.machine.summary'].replace('{{brand}}', brand),
    feedTitle: strings['firstline.machine.feedTitle'],
    home: strings['firstline.home.title'],
    internal: strings['firstline.article.internal'],
  } as const;
}
