import type { APIRoute } from 'astro';
import english from '../../../content/i18n/en.json' with { type: 'json' };
import chinese from '../../../content/i18n/zh-CN.json' with { type: 'json' };
import { incidentFeed } from '../../core/operations/incidents/incidentFeed.ts';
import { siteIncidents } from '../incidents.ts';
import { pageLanguage } from '../language.ts';
import { pageUrl } from '../published.ts';
import { SITE_TITLE } from '../siteTitle.ts';

/** Every notice in one language, as an Atom feed. */
export const GET: APIRoute = async ({ url }) => {
  const language = pageLanguage(url);
  const words = { en: english, 'zh-CN': chinese }[language];
  const home = pageUrl('status', language);
  const { incidents } = await siteIncidents();
  const xml = incidentFeed(incidents, language, {
    title: `${words['firstline.status.title']} · ${SITE_TITLE[language]}`,
    subtitle: words['firstline.status.lead'],
    author: SITE_TITLE[language],
    language,
    url: `${home}feed.xml`,
    home,
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
