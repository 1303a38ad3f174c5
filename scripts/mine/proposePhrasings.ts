import { splitLocale } from '../../src/core/article/language.ts';
import type { CustomerWay } from '../../src/core/mining/customerWays.ts';
import {
  choosePhrasings,
  isDisputed,
  isFailing,
  type AskedWay,
  type Proposal,
} from '../../src/core/mining/proposals.ts';
import type { MiningReport } from '../../src/core/mining/report.ts';
import { loadArticles, loadArticleSources, loadPhrasings } from '../lib/articles.ts';
import { openKnowledge } from '../lib/knowledge.ts';
import { askKnowledge } from './askKnowledge.ts';
import { usableWays } from './draftFiles.ts';
import { knownTexts, measuredFinder } from './knownTexts.ts';
import { measureGain, type AskAll, type Gains } from './measureGain.ts';

export interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly gains: Gains;
  /** Ways that were asked, and those of them that do not find their article today. */
  readonly asked: number;
  readonly failing: number;
  /** Ways left out, since an article beside that of their issue answers them. */
  readonly disputed: number;
}

/** Asks today's suggestions the words of customers, chooses what to propose, and measures what it would add. */
export async function proposePhrasings(
  report: MiningReport,
  ways: readonly CustomerWay[],
  content: string,
  most?: number,
): Promise<Proposed> {
  const knowledge = await openKnowledge('public', content);
  const published = new Set(knowledge.indexes.flatMap(({ articles }) => articles.map(({ slug }) => slug)));
  const drafts = new Set(
    (await loadArticleSources(content))
      .filter(({ frontMatter }) => frontMatter.draft)
      .map(({ id }) => splitLocale(id).slug),
  );
  const articleOf = new Map(
    report.issues.flatMap(({ id, gap }) =>
      gap.slug !== null && published.has(gap.slug) && !drafts.has(gap.slug) ? [[id, gap.slug]] : [],
    ),
  );
  const own = usableWays(
    ways.filter(({ issueId }) => articleOf.has(issueId)),
    { known: await knownTexts(content), isMeasured: await measuredFinder() },
  );
  const ask: AskAll = (texts, indexes) => askKnowledge(texts, knowledge, indexes);
  const texts = own.map(({ text }) => text);
  const [answers, vectors] = await Promise.all([
    ask(texts, knowledge.indexes),
    knowledge.embedder.embed(texts),
  ]);
  const all = own.map((way, i): AskedWay => ({
    ...way,
    article: articleOf.get(way.issueId)!,
    answer: answers[i]!,
    vector: vectors[i]!,
  }));
  const [articles, phrasings] = await Promise.all([loadArticles('public', content), loadPhrasings(content)]);
  const relations = new Set(
    articles.flatMap(({ slug, frontMatter }) => frontMatter.related.map((other) => `${slug} ${other}`)),
  );
  const areRelated = (one: string, other: string): boolean =>
    relations.has(`${one} ${other}`) || relations.has(`${other} ${one}`);
  const asked = all.filter((way) => !isDisputed(way, areRelated));
  const proposals = choosePhrasings(asked, most);
  const gains = await measureGain(asked, proposals, {
    articles,
    phrasings,
    embedder: knowledge.embedder,
    ask,
  });
  return {
    proposals,
    gains,
    asked: asked.length,
    failing: asked.filter(isFailing).length,
    disputed: all.length - asked.length,
  };
}
