import { LANGUAGES } from '../../src/core/article/language.ts';
import { shortHash } from '../../src/core/article/sourceHash.ts';
import type { Article } from '../../src/core/article/article.ts';
import type { Phrasings } from '../../src/core/article/schema.ts';
import { isFailing, type Answer, type AskedWay, type Proposal } from '../../src/core/mining/proposals.ts';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import type { KnowledgeIndex } from '../../src/core/retrieval/knowledgeIndex.ts';
import { indexArticles } from '../lib/knowledge.ts';

/** Of how many ways, which share finds its article first, before and after. */
export interface Gain {
  readonly of: number;
  readonly before: number;
  readonly after: number;
}

export interface Gains {
  readonly all: Gain;
  readonly byArticle: ReadonlyMap<string, Gain>;
}

export type AskAll = (texts: readonly string[], indexes: readonly KnowledgeIndex[]) => Promise<Answer[]>;

/**
 * What proposals would add, measured on ways that are not among them: the ways are divided in two by chance, the index gets the
 * proposals of one half and is asked the other half, and the other way round. The model stays as it is: a build that tunes it to
 * the new phrasings may gain more. Every article's ways are asked, so that what one gains at another's cost shows.
 */
export async function measureGain(
  ways: readonly AskedWay[],
  proposals: readonly Proposal[],
  knowledge: {
    readonly articles: readonly Article[];
    readonly phrasings: ReadonlyMap<string, Phrasings>;
    readonly embedder: Embedder;
    readonly ask: AskAll;
  },
): Promise<Gains> {
  const after = new Map<AskedWay, Answer>();
  for (const half of [0, 1]) {
    const added = proposals.filter(({ text }) => halfOf(text) === half);
    const held = ways.filter(({ text }) => halfOf(text) !== half);
    const indexes = await indexArticles(
      knowledge.articles,
      withPhrasings(knowledge.phrasings, added),
      knowledge.embedder,
    );
    const answers = await knowledge.ask(
      held.map(({ text }) => text),
      indexes,
    );
    held.forEach((way, i) => after.set(way, answers[i]!));
  }
  const gainOf = (own: readonly AskedWay[]): Gain => ({
    of: own.length,
    before: share(own.filter((way) => !isFailing(way)).length, own.length),
    after: share(own.filter((way) => after.get(way)!.slug === way.article).length, own.length),
  });
  const byArticle = Map.groupBy(ways, ({ article }) => article);
  return {
    all: gainOf(ways),
    byArticle: new Map([...byArticle].map(([article, own]) => [article, gainOf(own)])),
  };
}

function withPhrasings(
  phrasings: ReadonlyMap<string, Phrasings>,
  added: readonly Proposal[],
): Map<string, Phrasings> {
  const all = new Map(phrasings);
  for (const [article, own] of Map.groupBy(added, (proposal) => proposal.article)) {
    const known = all.get(article) ?? { en: [], 'zh-CN': [] };
    const lists = LANGUAGES.map((language) => [
      language,
      [...known[language], ...own.filter((proposal) => proposal.language === language)],
    ]);
    all.set(article, Object.fromEntries(lists) as Phrasings);
  }
  return all;
}

/** By the text, so that it is the same half in every run. */
function halfOf(text: string): number {
  return Number.parseInt(shortHash(text).slice(0, 2), 16) % 2;
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((count / of) * 1000) / 1000;
}
