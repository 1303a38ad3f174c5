import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { LANGUAGES } from '../../src/core/article/language.ts';
import { ContentError } from '../../src/core/article/contentError.ts';
import type { Proposal } from '../../src/core/mining/proposals.ts';
import type { Gain, Gains } from './measureGain.ts';

export const PROPOSALS_FILE = 'proposals.yml';

const HEAD = `# Phrasings that customers' words suggest for articles that are there. Read each one; where it is the article that answers it, and
# nothing in it is anybody's own, write \`accept: true\`. Mend the text if you like, take nothing else out. Then:
#
#   npm run mine:phrasings -- --apply
#
# today: what the suggestions show for it now. recall: of how many ways of customers to put it the article came first, before and
# after, each asked without itself among the phrasings, by the model as it is; a build tunes it to them as well.
`;

const proposal = z.object({
  accept: z.boolean('write accept: true or accept: false'),
  language: z.enum(LANGUAGES),
  text: z.string().min(1).max(400),
  today: z.string().optional(),
  from: z.string().regex(/^[0-9a-f]{12}$/, 'expected the id of an issue'),
});

const proposalsSchema = z.object({
  articles: z.array(z.object({ article: z.string(), phrasings: z.array(proposal) })),
});

/** A proposal as a maintainer decided on it. */
export type Decided = z.infer<typeof proposal> & { readonly article: string };

/** The proposals as a file to decide on, none accepted yet; by article, what gains most first. */
export function proposalsYaml(proposals: readonly Proposal[], gains: Gains): string {
  const added = ({ of, before, after }: Gain): number => (after - before) * of;
  const articles = [...Map.groupBy(proposals, ({ article }) => article)]
    .map(([article, own]) => ({ article, recall: gains.byArticle.get(article)!, own }))
    .sort((a, b) => added(b.recall) - added(a.recall) || (a.article < b.article ? -1 : 1));
  const data = {
    recall: gains.all,
    articles: articles.map(({ article, recall, own }) => ({
      article,
      recall,
      phrasings: own.map(({ language, text, from, answer }) => ({
        accept: false,
        language,
        text,
        today: answerText(answer, article),
        from,
      })),
    })),
  };
  return `${HEAD}${stringify(data, { lineWidth: 0 })}`;
}

/** @param file the path to name in errors @throws ContentError if it cannot be read, with every wrong field */
export function readProposals(file: string, yaml: string): Decided[] {
  const result = proposalsSchema.safeParse(parsed(file, yaml));
  if (!result.success)
    throw new ContentError(
      file,
      result.error.issues.map(({ path, message }) => `${path.map(String).join('.') || '(file)'}: ${message}`),
    );
  return result.data.articles.flatMap(({ article, phrasings }) =>
    phrasings.map((entry) => ({ ...entry, article })),
  );
}

function parsed(file: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split('\n') : [];
    throw new ContentError(
      file,
      [`found YAML that cannot be read (${reason ?? ''}). Fix: put the text in quotes`],
      {
        cause: error,
      },
    );
  }
}

function answerText({ slug, probability }: Proposal['answer'], article: string): string {
  if (slug === null) return 'nothing';
  return `${slug === article ? 'this article' : slug}, ${Math.round(probability * 100)} %`;
}
