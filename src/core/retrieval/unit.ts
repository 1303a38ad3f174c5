import type { Article } from '../article/article.ts';
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

/** By article: its title, questions and all its phrasings, which is what models learn. */
export function waysIn(articles: readonly Article[], phrasings: ReadonlyMap<string, Phrasings>): string[][] {
  return articles.map(({ slug, language, frontMatter: { title, questions } }) => [
    title,
    ...questions,
    ...(phrasings.get(slug)?.[language] ?? []).map(({ text }) => text),
  ]);
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
