import type { Language } from '../../language.ts';
import type { SiteFinding, SiteRule } from '../rule.ts';
import type { Located, PageFacts, Site } from '../facts.ts';
import { sameText } from '../words.ts';

/** A question leads to one article, and says something that its title does not. */
export const questions: SiteRule = {
  kind: 'site',
  id: 'questions',
  *check({ pages }: Site) {
    const seen = new Map<string, { readonly page: PageFacts; readonly question: Located }>();
    const titles = new Map<string, PageFacts>(
      pages.filter(({ readable }) => readable).map((page) => [key(page.language, page.title.text), page]),
    );
    for (const page of pages) {
      for (const question of page.questions) {
        const same = key(page.language, question.text);
        const first = seen.get(same);
        const titled = titles.get(same);
        if (first?.page === page) yield finding(page, question, 'stands twice in this list. Remove one');
        else if (first) {
          const where = `${first.page.file}:${first.question.place.line}`;
          yield finding(
            page,
            question,
            `is also answered by ${where}. Leave it to the article that answers it best`,
          );
        }
        if (titled === page) yield finding(page, question, 'is the title again. Say it in other words');
        else if (titled)
          yield finding(page, question, `is the title of ${titled.file}. Leave it to that article`);
        if (!first) seen.set(same, { page, question });
      }
      yield* numberOf(page);
    }
  },
};

const FEWEST = 4;
const MOST = 8;

function* numberOf(page: PageFacts): Iterable<SiteFinding> {
  const count = page.questions.length;
  if (!page.readable || (count >= FEWEST && count <= MOST)) return;
  yield {
    file: page.file,
    place: page.questions[0]?.place ?? page.title.place,
    severity: 'warning',
    message: `There ${count === 1 ? 'is 1 question' : `are ${count} questions`}; expected ${FEWEST} to ${MOST}, as readers would ask them.`,
  };
}

function finding(page: PageFacts, { text, place }: Located, what: string): SiteFinding {
  return { file: page.file, place, severity: 'error', message: `"${text}" ${what}.` };
}

function key(language: Language, text: string): string {
  return `${language} ${sameText(text)}`;
}
