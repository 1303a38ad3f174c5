import type { APIRoute } from 'astro';
import chinese from '../../../content/i18n/zh-CN.json';
import english from '../../../content/i18n/en.json';
import { config } from '../../config.ts';
import type { Review } from '../../core/article/reviews.ts';
import { pageHref, pageLanguage } from '../language.ts';
import { reviewCalendar } from '../reviewCalendar.ts';
import { ownerAddress, reviewsByOwner } from '../reviews.ts';
import { buildDay } from '../today.ts';

const STRINGS = { en: english, 'zh-CN': chinese } as const;

/** `/craft/reviews/<owner>.ics`: a team’s reviews, to subscribe to. Internal edition only. */
export async function getStaticPaths() {
  const owners = await reviewsByOwner(buildDay());
  return [...owners].map(([owner, reviews]) => ({
    params: { owner: ownerAddress(owner) },
    props: { owner, reviews },
  }));
}

export const GET: APIRoute<{ owner: string; reviews: readonly Review[] }> = ({ props, url }) => {
  const language = pageLanguage(url);
  const strings = STRINGS[language];
  const site = new URL(config.site);
  const address = ({ slug, language: written }: Review): string =>
    new URL(pageHref(slug, written), site).href;
  const calendar = reviewCalendar(props.reviews, site.hostname, {
    name: filled(strings['firstline.craft.feed.name'], { owner: props.owner }),
    summary: ({ title }) => filled(strings['firstline.craft.feed.summary'], { title }),
    description: ({ id, reviewed }) =>
      filled(strings['firstline.craft.feed.description'], {
        date: reviewed ?? '',
        file: `content/docs/${id}.md`,
      }),
    hrefOf: address,
  });
  return new Response(calendar, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
