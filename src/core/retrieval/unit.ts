import type { Article } from '../article/article.ts';
import type { Language } from '../article/language.ts';
import type { Phrasings } from '../article/schema.ts';
import { spread } from '../spread.ts';

/** What is matched against a query: something a person might say (title, question, phrasing) or a passage. */
export interface Unit {
  /** Position of its article in the index. */
  readonly article: number;
  readonly kind: 'title' | 'question' | 'phrasing' | 'passage';
  /** Passages only: position in the article's passages. */
  readonly passage?: number;
  readonly text: string;
}

/**
 * Phrasings of an article that are units. More find nothing more (`npm run eval`): what all of them say together, the tuned
 * model and the classifier of words have learned, and each costs a reader 60 bytes. People write the short ones first: so from
 * all over the list.
 */
const MOST_PHRASINGS = 32;

/** What models learn of an article in a language: its title and questions, if it is there, and all its phrasings. */
export function waysTo(
  article: Article | undefined,
  phrasings: Phrasings | undefined,
  language: Language,
): string[] {
  const said = article ? [article.frontMatter.title, ...article.frontMatter.questions] : [];
  return [...said, ...(phrasings?.[language] ?? []).map(({ text }) => text)];
}

/** All units of a language's articles, in a stable order. */
export function unitsOf(articles: readonly Article[], phrasings: ReadonlyMap<string, Phrasings>): Unit[] {
  return articles.flatMap(({ slug, language, frontMatter, passages }, article) => {
    const { title, questions } = frontMatter;
    const ways = phrasings.get(slug)?.[language] ?? [];
    return [
      { article, kind: 'title', text: title } as const,
      ...questions.map((text) => ({ article, kind: 'question', text }) as const),
      ...spread(ways, MOST_PHRASINGS).map(({ text }) => ({ article, kind: 'phrasing', text }) as const),
      ...passages.map(
        ({ heading, text }, passage) =>
          ({
            article,
            kind: 'passage',
            passage,
            text: [title, heading, text].filter(Boolean).join('\n'),
          }) as const,
      ),
    ];
  });
}
