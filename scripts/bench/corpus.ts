import type { Article } from '../../src/core/article/article.ts';
import type { Language } from '../../src/core/article/language.ts';
import { frontMatterSchema } from '../../src/core/article/schema.ts';
import type { Random } from '../../src/core/random.ts';

/** As many as a help article usually has. */
const PASSAGES_PER_ARTICLE = 5;

/**
 * Articles that nobody wrote, as long as real ones: three or four texts make a passage, another the title.
 * @param texts what they are made from, all in `language`
 * @param passages how many to make, in all articles together
 */
export function syntheticArticles(
  texts: readonly string[],
  language: Language,
  passages: number,
  random: Random,
): Article[] {
  const someText = (): string => texts[Math.floor(random() * texts.length)]!;
  return Array.from({ length: Math.ceil(passages / PASSAGES_PER_ARTICLE) }, (_, article) => ({
    slug: `made/article-${article}`,
    language,
    frontMatter: frontMatterSchema.parse({ title: someText(), audience: 'public' }),
    passages: Array.from(
      { length: Math.min(PASSAGES_PER_ARTICLE, passages - article * PASSAGES_PER_ARTICLE) },
      (_unused, place) => ({
        anchor: `part-${place}`,
        heading: '',
        text: Array.from({ length: random() < 0.5 ? 3 : 4 }, someText).join('\n'),
      }),
    ),
  }));
}
