import type { APIRoute } from 'astro';
import { LANGUAGES } from '../../core/article/language.ts';
import { API_VERSION, articlesFile, articlesSchema } from '../../core/article/publishedArticle.ts';
import { edition } from '../edition.ts';
import { publishedIn, ROOT } from '../published.ts';

/** The articles as programs read them, `articles.<language>.json`, and the JSON Schema that they follow. */
export async function getStaticPaths() {
  const $schema = `${ROOT}api/v${API_VERSION}/articles.schema.json`;
  const files = LANGUAGES.map(async (language) => {
    const articles = [...(await publishedIn(language)).values()];
    // Checked before it is served: what does not follow the published schema stops the build.
    const body = articlesFile.parse({
      $schema,
      version: API_VERSION,
      edition,
      language,
      site: ROOT,
      articles,
    });
    return { params: { file: `articles.${language}.json` }, props: { body } };
  });
  return [
    ...(await Promise.all(files)),
    { params: { file: 'articles.schema.json' }, props: { body: articlesSchema($schema) } },
  ];
}

export const GET: APIRoute<{ body: object }> = ({ props }) => Response.json(props.body);
