import { escapeText } from '../../html.ts';
import { Feed } from 'feed';
import type { FeedFrame } from '../../article/changesFeed.ts';
import type { Language } from '../../article/language.ts';
import type { PublishedIncident } from './published.ts';
import { STATUS_WORDS } from './words.ts';

/** Readers of feeds look often; an older notice is no news. */
const MOST_ENTRIES = 50;

/**
 * Every notice as an entry of an Atom feed (RFC 4287), the latest first: an entry that only changed would be shown to nobody
 * who has read it. The same incidents make the same bytes.
 */
export function incidentFeed(
  incidents: readonly PublishedIncident[],
  language: Language,
  frame: FeedFrame,
): string {
  const entries = incidents
    .flatMap((incident) => incident.updates.map((update) => ({ incident, update })))
    .toSorted(
      (a, b) => Date.parse(b.update.at) - Date.parse(a.update.at) || (a.incident.id < b.incident.id ? -1 : 1),
    )
    .slice(0, MOST_ENTRIES);
  const feed = new Feed({
    id: frame.url,
    title: frame.title,
    description: frame.subtitle,
    link: frame.home,
    feedLinks: { atom: frame.url },
    author: { name: frame.author },
    updated: new Date(entries[0]?.update.at ?? 0),
    generator: false,
    copyright: '',
  });
  for (const { incident, update } of entries) {
    const title = incident.title[language];
    const status = STATUS_WORDS[update.status][language];
    feed.addItem({
      id: `${frame.home}#${incident.id}/${update.at}`,
      link: `${frame.home}#${incident.id}`,
      // The library writes these as HTML within CDATA: text must not be read as markup, nor end the CDATA.
      title: escapeText(language === 'en' ? `${status}: ${title}` : `【${status}】${title}`),
      date: new Date(update.at),
      content: update.text[language]
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
        .join(''),
    });
  }
  return feed.atom1().replace('<feed ', `<feed xml:lang="${frame.language}" `);
}
