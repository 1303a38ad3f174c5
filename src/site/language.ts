import { config } from '../config.ts';
import { articlePath, LOCALE_FOLDERS, type Language } from '../core/article/language.ts';

/** The language of a page, from its address. */
export function pageLanguage(url: URL): Language {
  const path = url.pathname.slice(config.base.length);
  return path.split('/')[0] === LOCALE_FOLDERS['zh-CN'] ? 'zh-CN' : 'en';
}

/** The address of a page below the deployment's base: `pageHref('wallet/gas', 'zh-CN')`; '' is the home page. */
export function pageHref(slug: string, language: Language): string {
  const path = slug === '' ? `/${LOCALE_FOLDERS[language]}/`.replace('//', '/') : articlePath(slug, language);
  return config.base + path.slice(1);
}
