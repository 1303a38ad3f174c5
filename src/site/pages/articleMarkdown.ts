import type { APIRoute } from 'astro';
import { articleFile } from '../../core/article/articleFile.ts';
import { articlePath, LANGUAGES } from '../../core/article/language.ts';
import { publishedIn } from '../published.ts';
import { machineWords } from '../machineWords.ts';

/** Each article as Markdown, at the address of its page with `.md` in place of the last slash. */
export async function getStaticPaths() {
  const languages = LANGUAGES.map(async (language) => {
    const articles = await publishedIn(language);
    return [...articles.values()].map((article) => ({
      params: { article: articlePath(article.slug, language).slice(1, -1) },
      props: { body: articleFile(article, articles, machineWords(language)) },
    }));
  });
  return (await Promise.all(languages)).flat();
}

export const GET: APIRoute<{ body: string }> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
