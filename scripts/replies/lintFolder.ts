import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import { parseArticleFile } from '../../src/core/article/article.ts';
import { ContentError } from '../../src/core/article/contentError.ts';
import { LOCALE_FOLDERS, type Language } from '../../src/core/article/language.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { parseMarkdown } from '../../src/core/article/markdown.ts';
import { substituteVariables } from '../../src/core/article/variables.ts';
import { stepsIn, type StepsUnder } from '../../src/core/operations/replies/articleSteps.ts';
import { lintReplies } from '../../src/core/operations/replies/lintReplies.ts';
import type { StepsBySlug } from '../../src/core/operations/replies/preparedReply.ts';
import { audiencesOf } from '../content/audiences.ts';
import { nameOf } from '../content/readContent.ts';

/**
 * What is wrong with the replies of a content folder; nothing where it has none.
 * @param articles the files that replies may link
 * @param redirects of renamed articles
 */
export async function replyProblemsIn(
  content: string,
  articles: readonly ContentFile[],
  redirects: Readonly<Record<string, string>>,
): Promise<Problem[]> {
  const folder = path.join(content, 'replies');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({
      file: nameOf(path.join(folder, name)),
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
  const steps: StepsBySlug = (slug, language) => {
    const id = [LOCALE_FOLDERS[language], slug].filter(Boolean).join('/');
    const article = articles.find((each) => each.kind === 'article' && each.id === id);
    return article ? stepsOf(article, language) : [];
  };
  const open = [...audiencesOf(articles)].filter(([, audience]) => audience === 'public');
  return lintReplies(files, {
    articles: new Set(open.map(([slug]) => slug)),
    redirects,
    steps,
    settled: Object.keys(config.variables.en),
  });
}

/** None of an article that cannot be read: that is reported by itself. */
function stepsOf({ id, file, text = '' }: ContentFile, language: Language): StepsUnder[] {
  try {
    const tree = parseMarkdown(parseArticleFile(id, file, text).body);
    substituteVariables(tree, config.variables[language], id);
    return stepsIn(tree);
  } catch (error) {
    if (error instanceof ContentError) return [];
    throw error;
  }
}
