import { LANGUAGES, type Language } from '../../language.ts';
import { describeIssues } from '../../contentError.ts';
import { phrasingsSchema } from '../../schema.ts';
import type { PhrasingsRule, SiteFinding, SiteRule } from '../rule.ts';
import type { PageFacts } from '../facts.ts';
import { sameText } from '../words.ts';

const FEWEST = 24;
const MENDING =
  'Fix: write `en:` and `zh-CN:`, each with one `- phrasing` a line; quote one that contains a colon.';
const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': 'Chinese' };

/** A file of phrasings can be read, and no phrasing stands in it twice. */
export const phrasingsFile: PhrasingsRule = {
  kind: 'phrasings',
  id: 'phrasings',
  *check({ yaml: { data, offsetOf }, phrasings }) {
    const result = phrasingsSchema.safeParse(data);
    if (!result.success) {
      const messages = describeIssues(result.error, data).map((message) =>
        message.replace(/^\(front matter\): /, '').replace(/Fix: .*$/, MENDING),
      );
      for (const [i, issue] of result.error.issues.entries())
        yield { at: offsetOf(issue.path), severity: 'error', message: messages[i]! };
    }
    const seen = new Set<string>();
    for (const { language, text, at } of phrasings) {
      const same = `${language} ${sameText(text)}`;
      if (seen.has(same))
        yield { at, severity: 'error', message: `"${text}" stands twice in this file. Remove one.` };
      seen.add(same);
    }
  },
};

/** Every article has enough phrasings, and each phrasing leads to one article. */
export const phrasingsOfSite: SiteRule = {
  kind: 'site',
  id: 'phrasings',
  *check({ pages, phrasings }) {
    const articles = new Map<string, PageFacts>(
      pages.filter(({ language }) => language === 'en').map((page) => [page.slug, page]),
    );
    const written = new Set(phrasings.map(({ slug }) => slug));
    for (const { slug, file, readable } of articles.values()) {
      if (!readable || written.has(slug)) continue;
      const message = `There are no phrasings for this article. Write content/phrasings/${slug}.yml, at least ${FEWEST} in each language.`;
      yield { file, place: { line: 1, column: 1 }, severity: 'error', message };
    }
    // A way of putting it in another article's list of questions leads there just as well.
    const owners = new Map<string, { readonly slug: string; readonly where: string }>();
    for (const { slug, language, file, questions } of pages) {
      for (const { text, place } of questions)
        owners.set(`${language} ${sameText(text)}`, { slug, where: `${file}:${place.line}` });
    }
    for (const { slug, file, readable, phrasings: entries } of phrasings) {
      const article = articles.get(slug);
      if (!article) {
        const message = `There is no article ${slug}. Rename the file, or write the article.`;
        yield { file, place: { line: 1, column: 1 }, severity: 'error', message };
      } else if (readable) yield* tooFew(file, entries, article);
      for (const { language, text, place } of entries) {
        const same = `${language} ${sameText(text)}`;
        const owner = owners.get(same);
        if (owner && owner.slug !== slug) {
          const message = `"${text}" also leads to ${owner.slug} (${owner.where}). Leave it to the article that answers it.`;
          yield { file, place, severity: 'error', message };
        }
        if (!owner) owners.set(same, { slug, where: `${file}:${place.line}` });
      }
    }
  },
};

function* tooFew(
  file: string,
  entries: readonly { readonly language: Language }[],
  article: PageFacts,
): Iterable<SiteFinding> {
  for (const language of LANGUAGES) {
    const count = entries.filter((entry) => entry.language === language).length;
    if (count >= FEWEST) continue;
    const isDraft = article.shared['confidence']?.text === 'work-in-progress';
    const message = `There ${count === 1 ? 'is 1 phrasing' : `are ${count} phrasings`} in ${NAMES[language]}; expected at least ${FEWEST} different ones.`;
    yield { file, place: { line: 1, column: 1 }, severity: isDraft ? 'warning' : 'error', message };
  }
}
