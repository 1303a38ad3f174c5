import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { splitLocale, type Language } from '../core/article/language.ts';
import { scriptJson, structuredData } from '../core/article/structuredData.ts';
import { articlesIn } from './articles.ts';
import { edition } from './edition.ts';
import { pageLanguage } from './language.ts';
import { machineWords } from './machineWords.ts';
import { pageUrl, publish } from './published.ts';
import { SECTIONS } from './sections.ts';
import { SITE_IMAGE, socialImageUrl } from './socialImages.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './social/card.ts';

type Head = StarlightRouteData['head'];
type Tag = Head[number];

/** Open Graph's names of languages, which are those of places. */
const OG_LOCALES: Readonly<Record<Language, string>> = { en: 'en_US', 'zh-CN': 'zh_CN' };

/**
 * What a page's head says to programs, beyond what Starlight puts there: its picture, its other forms, what search engines
 * may know of it, or that they may not.
 */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
  const route = locals.starlightRoute;
  const language = pageLanguage(url);
  const { language: written, slug } = splitLocale(route.entry.id);
  // Pages that are not articles (home, contact) pass through here too.
  const entry = (await articlesIn(written)).get(slug);
  const article = entry?.id === route.entry.id ? entry : undefined;
  const isLost = slug === '404';
  const tags: Tag[] = [
    ...socialTags(language, socialImageUrl(article ? written : language, article ? slug : SITE_IMAGE)),
    link({
      rel: 'alternate',
      type: 'application/atom+xml',
      title: machineWords(language).feedTitle,
      href: `${pageUrl('', language)}feed.xml`,
    }),
  ];
  if (edition === 'internal' || isLost) tags.push(meta({ name: 'robots', content: 'noindex, nofollow' }));
  if (article) {
    const published = await publish(article);
    const section = SECTIONS.find(({ folder }) => folder === published.section);
    const way = [
      { name: route.siteTitle, url: pageUrl('', language) },
      ...(section ? [{ name: section.label[language], url: pageUrl(section.folder, language) }] : []),
      { name: published.title, url: published.url },
    ];
    tags.push(
      link({ rel: 'alternate', type: 'text/markdown', href: published.markdown }),
      script(scriptJson(structuredData(published, route.siteTitle, way))),
    );
  }
  route.head = withTags(route.head, tags);
});

function socialTags(language: Language, image: string): Tag[] {
  const others = Object.entries(OG_LOCALES).filter(([each]) => each !== language);
  return [
    property('og:locale', OG_LOCALES[language]),
    ...others.map(([, locale]) => property('og:locale:alternate', locale)),
    property('og:image', image),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(CARD_WIDTH)),
    property('og:image:height', String(CARD_HEIGHT)),
    meta({ name: 'twitter:image', content: image }),
  ];
}

/** A head with more tags in it; one that a page has set by itself (`head:` in front matter) stands, but for the language. */
function withTags(head: Head, tags: readonly Tag[]): Head {
  const isNoindex = [...head, ...tags].some(
    ({ attrs }) => attrs?.['name'] === 'robots' && String(attrs['content']).includes('noindex'),
  );
  const kept = head.filter(({ tag, attrs }) => {
    if (attrs?.['property'] === 'og:locale') return false;
    if (!isNoindex) return true;
    // Nobody is led to what is not to be found, and 404 has no other language.
    return !(tag === 'link' && (attrs?.['rel'] === 'sitemap' || attrs?.['hreflang'] !== undefined));
  });
  const names = new Set(kept.map(nameOf).filter((name) => name !== ''));
  return [...kept, ...tags.filter((tag) => !names.has(nameOf(tag)))];
}

function nameOf({ attrs }: Tag): string {
  return String(attrs?.['property'] ?? attrs?.['name'] ?? '');
}

function meta(attrs: NonNullable<Tag['attrs']>): Tag {
  return { tag: 'meta', attrs, content: '' };
}

function property(name: string, content: string): Tag {
  return meta({ property: name, content });
}

function link(attrs: NonNullable<Tag['attrs']>): Tag {
  return { tag: 'link', attrs, content: '' };
}

function script(content: string): Tag {
  return { tag: 'script', attrs: { type: 'application/ld+json' }, content };
}
