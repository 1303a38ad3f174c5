import { escapeText } from '../html.ts';
import { Feed } from 'feed';
import type { PublishedArticle } from './publishedArticle.ts';

/** What a feed says of itself. */
export interface FeedFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly language: string;
  /** Where the feed is served. */
  readonly url: string;
  /** The page that it belongs to. */
  readonly home: string;
}

/** Readers of feeds look often; an older change is not news. */
const MOST_ENTRIES = 50;

/**
 * The articles that changed last as an Atom feed (RFC 4287), the newest first. Its own time is that of the newest entry, so
 * that the same articles make the same bytes. Articles without a date are left out.
 */
export function changesFeed(articles: readonly PublishedArticle[], frame: FeedFrame): string {
  const dated = articles
    .flatMap((article) => (article.updated ? [{ article, date: new Date(article.updated) }] : []))
    .toSorted((a, b) => b.date.getTime() - a.date.getTime() || (a.article.slug < b.article.slug ? -1 : 1))
    .slice(0, MOST_ENTRIES);
  const feed = new Feed({
    id: frame.url,
    title: frame.title,
    description: frame.subtitle,
    link: frame.home,
    feedLinks: { atom: frame.url },
    author: { name: frame.author },
    updated: dated[0]?.date ?? new Date(0),
    generator: false,
    copyright: '',
  });
  for (const { article, date } of dated) {
    const { url, title, description, section, passages } = article;
    const opening = passages.find(({ anchor }) => anchor === '')?.text ?? '';
    feed.addItem({
      // The address outlives a change of words, not of place: readers are then shown it as new, which it is for them.
      id: url,
      link: url,
      // The library writes these as HTML within CDATA: text must not be read as markup, nor end the CDATA.
      title: escapeText(title),
      date,
      description: escapeText(description),
      content: paragraphs(opening),
      category: [{ name: section, term: section }],
    });
  }
  return feed.atom1().replace('<feed ', `<feed xml:lang="${frame.language}" `);
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');
}
