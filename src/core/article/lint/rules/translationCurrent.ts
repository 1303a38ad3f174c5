import { describeChanges, translationState } from '../translationState.ts';
import type { SiteRule } from '../rule.ts';

/** A translation says what the English page says now; a security page at the latest after the days of grace. */
export const translationCurrent: SiteRule = {
  kind: 'site',
  id: 'translation-current',
  *check({ pages }, { graceDays, outdatedDays }) {
    const english = new Map(
      pages.flatMap(({ language, slug, hashes }) =>
        language === 'en' && hashes ? [[slug, hashes] as const] : [],
      ),
    );
    for (const { file, slug, language, source, readable } of pages) {
      const now = english.get(slug);
      if (language === 'en' || !readable || !now) continue;
      const found = translationState(source, now);
      const at = { file, place: { line: 1, column: 1 } };
      if (found.state === 'unstamped') {
        const message = `This translation does not say what it was made from. Compare it with the English page, then run \`npm run content:translations -- --stamp ${slug}\`.`;
        yield { ...at, severity: 'warning', message };
      }
      if (found.state !== 'outdated') continue;
      const days = outdatedDays.get(slug);
      const isLate = slug.startsWith('security/') && days !== undefined && days > graceDays;
      const since = days === undefined ? '' : `, ${days} day${days === 1 ? '' : 's'} ago`;
      const message = `The English page has changed since this translation was made${since} (${describeChanges(found.changes)}). Bring it up to date, then run \`npm run content:translations -- --stamp ${slug}\`.`;
      yield { ...at, severity: isLate ? 'error' : 'warning', message };
    }
  },
};
