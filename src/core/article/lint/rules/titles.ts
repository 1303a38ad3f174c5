import type { SiteRule } from '../rule.ts';
import { excerpt, lengthOf, sameText } from '../words.ts';

const LONGEST_DESCRIPTION = { en: 40, 'zh-CN': 80 } as const;

/** A title is one page's; a description fits a result in a list. */
export const titles: SiteRule = {
  kind: 'site',
  id: 'titles',
  *check({ pages }) {
    const seen = new Map<string, string>();
    for (const { file, language, title, description, readable } of pages) {
      if (!readable || title.text === '') continue;
      const same = `${language} ${sameText(title.text)}`;
      const first = seen.get(same);
      const at = { file, place: title.place };
      if (first) {
        const message = `"${title.text}" is also the title of ${first}. Say in the title what makes the two different.`;
        yield { ...at, severity: 'error', message };
      }
      seen.set(same, first ?? file);
      if (lengthOf(description, language) > LONGEST_DESCRIPTION[language]) {
        const message = `The description "${excerpt(description)}" is cut off in lists. Make it one sentence of at most ${LONGEST_DESCRIPTION[language]} ${language === 'en' ? 'words' : 'characters'}.`;
        yield { ...at, severity: 'warning', message };
      }
    }
  },
};
