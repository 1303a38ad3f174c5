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
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const BEYOND_ENGLISH = /[^a-zé]/;
/** ş, ğ, đ, ơ, ł: letters that hardly any loan word keeps. */
const FAR_BEYOND = /[^\0-ÿ]/;
/** Small words of languages in Latin script that are no English ones… */
const FOREIGN = new Set(
  (
    'que el los las una por con mi pero como hola não uma meu minha com foi le les une est pas je mon pour dans avec sur et du ' +
    'ich und nicht ist der das ein eine mein auf wie bitte kann habe che il non della mio ho sono het een niet mijn ik van voor ' +
    'bir ve bu ama yok neden saya tidak bisa dan yang ini ke untuk sudah nie jest jak toi khong cua la ang ko sa hindi'
  ).split(' '),
);
/** …and of English. */
const ENGLISH = new Set(
  'the is my and to of not i it in for was on have but with do how you can this a are be that at from has me no'.split(
    ' ',
  ),
);

/**
 * The language a text is written in. By script: Chinese when there is at least one Han character for every two Latin words,
 * and next to no kana or hangul. "我的usdt提到bsc了" is Chinese; "sent to 币安 by mistake, please help me" is English. In Latin
 * script all is English that is not told to be another language by two of its small words.
 */
export function detectLanguage(text: string): Language | 'other' {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(LATIN_WORD) ?? [];
  if ((text.match(KANA_OR_HANGUL)?.length ?? 0) > han / 4) return 'other';
  if (han > 0 && han * 2 >= words.length) return 'zh-CN';
  return words.length > 0 && !isForeign(words) ? 'en' : 'other';
}

function isForeign(words: readonly string[]): boolean {
  let [foreign, english] = [0, 0];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (FAR_BEYOND.test(lower)) foreign += 2;
    else if (FOREIGN.has(lower) || BEYOND_ENGLISH.test(lower)) foreign++;
    else if (ENGLISH.has(lower)) english++;
  }
  return foreign >= 2 && foreign > english;
}
