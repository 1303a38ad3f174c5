import { config } from '../config.ts';
import type { Language } from '../core/article/language.ts';
import type { PublishedArticle } from '../core/article/publishedArticle.ts';
import { machineWords } from './machineWords.ts';
import { ROOT } from './published.ts';
import { SECTIONS } from './sections.ts';
import { SITE_TITLE } from './siteTitle.ts';
import type { CardWords } from './social/card.ts';

/** The picture of pages that are not articles. */
export const SITE_IMAGE = 'site';

/** Where a picture is served; `name` is an article's slug or SITE_IMAGE. */
export function socialImageUrl(language: Language, name: string): string {
  return `${ROOT}${socialImagePath(language, name)}`;
}

export function socialImagePath(language: Language, name: string): string {
  return `og/${language}/${name}.png`;
}

/** What stands on an article's picture. */
export function articleCard(
  { language, title, section, audience }: PublishedArticle,
  internal: string,
): CardWords {
  const own = SECTIONS.find(({ folder }) => folder === section);
  return {
    ...frame(language),
    title,
    label: own?.label[language] ?? '',
    icon: own?.icon ?? '',
    mark: audience === 'internal' ? internal : '',
  };
}

/** What stands on the picture of every other page. */
export function siteCard(language: Language): CardWords {
  return { ...frame(language), title: machineWords(language).home, label: '', icon: SITE_ICON, mark: '' };
}

/** A speech bubble, as in the site's mark. */
const SITE_ICON =
  'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-6 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8 9h8M8 13h5';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

function frame(language: Language) {
  return {
    language,
    site: SITE_TITLE[language],
    host: new URL(config.site).host,
    languageName: NAMES[language],
  };
}
