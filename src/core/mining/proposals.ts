import { LANGUAGES, type Language } from '../article/language.ts';
import type { CustomerWay } from './customerWays.ts';

/** What the suggestions say to a text today. */
export interface Answer {
  /** The first article that would be shown; null if none is likely enough. */
  readonly slug: string | null;
  /** Of that article, 0 to 1. */
  readonly probability: number;
}

/** A way that leads to an article, by the gap of its issue, with what the suggestions say to it today. */
export interface AskedWay extends CustomerWay {
  readonly article: string;
  readonly answer: Answer;
  readonly vector: Float32Array;
}

export interface Proposal {
  readonly article: string;
  readonly language: Language;
  readonly text: string;
  /** The issue that it was mined from. */
  readonly from: string;
  readonly answer: Answer;
}

/** So many of a language are proposed for an article at once: more nobody reads with care. */
export const MOST_PROPOSED = 8;
/** Ways that are found with this probability add nothing. */
export const SURE = 0.9;
/** So sure of an article beside that of the issue, today's suggestions are right more often than the grouping is. */
const CERTAIN = 0.95;
/** Ways nearer to one that is chosen are as good as chosen. */
const SAME = 0.85;
/** Of so many nearest ways of all articles, at least half must be of its own: else it is likely to have been put in the wrong issue. */
const NEIGHBOURS = 5;

/**
 * Chooses which ways to propose as phrasings, for each article and language. First those that are answered wrongly or not at all:
 * again and again the one that the other such ways of its article are nearest to, beyond what the chosen ones cover (facility
 * location; Lin and Bilmes, "A class of submodular functions for document summarization", 2011). Then those found with the least
 * certainty. What lies among the ways of other articles is left out (Wilson, "Asymptotic properties of nearest neighbor rules
 * using edited data", 1972).
 */
export function choosePhrasings(ways: readonly AskedWay[], most = MOST_PROPOSED): Proposal[] {
  const byArticle = Map.groupBy(
    ways.filter((way) => isAtHome(way, ways)),
    ({ article }) => article,
  );
  return [...byArticle.keys()].sort().flatMap((article) => {
    const own = byArticle.get(article)!;
    return LANGUAGES.flatMap((language) =>
      chosenOf(
        own.filter((way) => way.language === language),
        own.filter(isFailing),
        most,
      ).map(({ text, issueId, answer }) => ({ article, language, text, from: issueId, answer })),
    );
  });
}

/** Whether today's suggestions do not show its article first. */
export function isFailing({ article, answer }: Pick<AskedWay, 'article' | 'answer'>): boolean {
  return answer.slug !== article;
}

/** Whether it probably belongs to an article beside its own, where issues run into each other. */
export function isDisputed(
  { article, answer }: Pick<AskedWay, 'article' | 'answer'>,
  areRelated: (one: string, other: string) => boolean,
): boolean {
  const { slug, probability } = answer;
  return slug !== null && slug !== article && probability >= CERTAIN && areRelated(slug, article);
}

function chosenOf(ways: readonly AskedWay[], failing: readonly AskedWay[], most: number): AskedWay[] {
  const chosen: AskedWay[] = [];
  const covered = failing.map(() => 0);
  const left = new Set(ways.filter(isFailing));
  const take = (way: AskedWay): void => {
    chosen.push(way);
    failing.forEach((other, i) => (covered[i] = Math.max(covered[i]!, dot(way.vector, other.vector))));
  };
  while (chosen.length < most && left.size > 0) {
    let best: { readonly way: AskedWay; readonly gain: number } | undefined;
    for (const way of left) {
      const gain = failing.reduce(
        (sum, other, i) =>
          sum + (other === way ? 0 : Math.max(0, dot(way.vector, other.vector) - covered[i]!)),
        0,
      );
      if (!best || gain > best.gain || (gain === best.gain && way.text < best.way.text)) best = { way, gain };
    }
    left.delete(best!.way);
    if (isNew(best!.way, chosen)) take(best!.way);
  }
  const unsure = ways
    .filter((way) => !isFailing(way) && way.answer.probability < SURE)
    .sort((a, b) => a.answer.probability - b.answer.probability || (a.text < b.text ? -1 : 1));
  for (const way of unsure) {
    if (chosen.length >= most) break;
    if (isNew(way, chosen)) take(way);
  }
  return chosen;
}

function isAtHome(way: AskedWay, ways: readonly AskedWay[]): boolean {
  const others = ways.filter((other) => other !== way);
  // An article with two other ways cannot have three of the five nearest.
  const own = others.filter((other) => other.article === way.article).length;
  const nearest = others
    .map((other) => ({ isOwn: other.article === way.article, similarity: dot(way.vector, other.vector) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, Math.min(NEIGHBOURS, 2 * own));
  return nearest.filter(({ isOwn }) => isOwn).length * 2 >= nearest.length;
}

function isNew(way: AskedWay, chosen: readonly AskedWay[]): boolean {
  return chosen.every((other) => dot(way.vector, other.vector) < SAME);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
