import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import type { PageFacts } from '../../src/core/article/lint/facts.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { lintReplies } from '../../src/core/operations/replies/lintReplies.ts';
import type { StepsBySlug } from '../../src/core/operations/replies/preparedReply.ts';
import { audiencesOf } from '../content/audiences.ts';
import { nameOf } from '../content/readContent.ts';
import { lookAgain, type Recall } from '../content/remember.ts';

/** Code that says what is wrong with a reply. */
const RULES = ['src/core/article', 'src/core/operations/replies', 'src/core/privacy'];

/** What replies are held against: the articles that they lead to. */
export interface ReplyTargets {
  readonly files: readonly Pick<ContentFile, 'kind' | 'id' | 'text'>[];
  /** Facts of the articles that can be read; the others are reported by themselves. */
  readonly pages: readonly PageFacts[];
  /** Of renamed articles. */
  readonly redirects: Readonly<Record<string, string>>;
}

/** What is wrong with the replies of a content folder; nothing where it has none. */
export async function replyProblemsIn(
  content: string,
  { files, pages, redirects }: ReplyTargets,
  recall: Recall = lookAgain,
): Promise<readonly Problem[]> {
  const folder = path.join(content, 'replies');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const replies = await Promise.all(
    names.map(async (name) => ({
      file: nameOf(path.join(folder, name)),
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
  const headings = new Map(
    pages.map(({ language, slug, stepHeadings }) => [`${language} ${slug}`, stepHeadings] as const),
  );
  const steps: StepsBySlug = (slug, language) =>
    (headings.get(`${language} ${slug}`) ?? []).map((heading) => ({ heading, steps: [] }));
  const open = [...audiencesOf(files)].flatMap(([slug, audience]) => (audience === 'public' ? [slug] : []));
  const settled = Object.keys(config.variables.en);
  const context = { articles: new Set(open), redirects, steps, settled };
  return recall('replies', RULES, [replies, open, redirects, [...headings], settled], () =>
    lintReplies(replies, context),
  );
}
