import type { APIRoute } from 'astro';
import { LANGUAGES, type Language } from '../../core/article/language.ts';
import { machineWords } from '../machineWords.ts';
import { published } from '../published.ts';
import { articleCard, SITE_IMAGE, siteCard, socialImagePath } from '../socialImages.ts';
import type { CardWords } from '../social/card.ts';
import { cardDrawer, type DrawCard } from '../social/drawCard.ts';

/** The pictures that are shown where a page is shared: one for each article and language, one for all else. */
export async function getStaticPaths() {
  const draw = await cardDrawer('.cache/social');
  const path = (language: Language, name: string) => socialImagePath(language, name).replace(/^og\//, '');
  return [
    ...LANGUAGES.map((language) => ({
      params: { file: path(language, SITE_IMAGE) },
      props: { words: siteCard(language), draw },
    })),
    ...(await published()).map((article) => ({
      params: { file: path(article.language, article.slug) },
      props: { words: articleCard(article, machineWords(article.language).internal), draw },
    })),
  ];
}

export const GET: APIRoute<{ words: CardWords; draw: DrawCard }> = async ({ props }) =>
  new Response(await props.draw(props.words), { headers: { 'Content-Type': 'image/png' } });
