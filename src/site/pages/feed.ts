import type { APIRoute } from 'astro';
import { changesFeed } from '../../core/article/changesFeed.ts';
import { pageLanguage } from '../language.ts';
import { machineWords } from '../machineWords.ts';
import { pageUrl, publishedIn } from '../published.ts';
import { SITE_TITLE } from '../siteTitle.ts';

/** What changed in the articles of one language, as an Atom feed. */
export const GET: APIRoute = async ({ url }) => {
  const language = pageLanguage(url);
  const { feedTitle, summary } = machineWords(language);
  const home = pageUrl('', language);
  const xml = changesFeed([...(await publishedIn(language)).values()], {
    title: feedTitle,
    subtitle: summary,
    author: SITE_TITLE[language],
    language,
    url: `${home}feed.xml`,
    home,
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
