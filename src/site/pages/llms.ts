import type { APIRoute } from 'astro';
import { articleLink, escapeInline } from '../../core/article/articleFile.ts';
import { LANGUAGES, type Language } from '../../core/article/language.ts';
import { API_VERSION } from '../../core/article/publishedArticle.ts';
import { edition } from '../edition.ts';
import { machineWords } from '../machineWords.ts';
import { publishedIn, ROOT } from '../published.ts';
import { sectionsOf } from '../sections.ts';
import { SITE_TITLE } from '../siteTitle.ts';

/** `llms.txt`: what there is to read, for programs that read: every article's Markdown, by section, in both languages. */
export const GET: APIRoute = async () => {
  const parts = await Promise.all(LANGUAGES.map(sectionsIn));
  const lines = [
    `# ${SITE_TITLE.en} · ${SITE_TITLE['zh-CN']}`,
    LANGUAGES.map((language) => `> ${machineWords(language).summary}`).join('\n>\n'),
    LANGUAGES.map(
      (language) => `- [${language}](${ROOT}api/v${API_VERSION}/articles.${language}.json): JSON`,
    ).join('\n'),
    ...parts.flat(),
  ];
  return new Response(`${lines.join('\n\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

async function sectionsIn(language: Language): Promise<string[]> {
  const articles = [...(await publishedIn(language)).values()];
  return sectionsOf(edition).flatMap(({ folder, label }) => {
    const own = articles.filter(({ section }) => section === folder);
    if (own.length === 0) return [];
    const lines = own.map((article) => {
      const gist = article.description && `: ${escapeInline(article.description)}`;
      return `- ${articleLink(article)}${gist}`;
    });
    return [`## ${label[language]}`, lines.join('\n')];
  });
}
