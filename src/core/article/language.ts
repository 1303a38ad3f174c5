/** The site's languages. English lives at the root, Chinese under `/zh-cn/`. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The folder of `content/docs` (and the first segment of a URL) that holds a language; '' is the root. */
export const LOCALE_FOLDERS: Readonly<Record<Language, string>> = { en: '', 'zh-CN': 'zh-cn' };

/** Reads a language as people and files write it: `zh`, `zh-cn`, `zh-Hans`, `EN`. */
export function parseLanguage(value: string): Language | undefined {
  const tag = value.toLowerCase();
  if (tag === 'en' || tag.startsWith('en-')) return 'en';
  if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
  return undefined;
}

/** Splits a content path without extension, `zh-cn/wallet/gas`, into its language and slug. */
export function splitLocale(entryId: string): { language: Language; slug: string } {
  const [first, ...rest] = entryId.split('/');
  return first === LOCALE_FOLDERS['zh-CN']
    ? { language: 'zh-CN', slug: rest.join('/') }
    : { language: 'en', slug: entryId };
}

/** The path of an article's page, with slashes at both ends: `/zh-cn/wallet/gas/`. */
export function articlePath(slug: string, language: Language): string {
  const folder = LOCALE_FOLDERS[language];
  return folder ? `/${folder}/${slug}/` : `/${slug}/`;
}

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;

/**
 * The language a text is written in, by script: Chinese when there is at least one Han character for every
 * two Latin words. "我的usdt提到bsc了" is Chinese; "sent to 币安 by mistake, please help me" is English.
 */
export function detectLanguage(text: string): Language | 'other' {
  const han = text.match(HAN)?.length ?? 0;
  const latin = text.match(LATIN_WORD)?.length ?? 0;
  if (han > 0 && han * 2 >= latin) return 'zh-CN';
  return latin > 0 ? 'en' : 'other';
}
