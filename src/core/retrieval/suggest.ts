import type { Language } from '../article/language.ts';
import type { Passage } from '../article/passages.ts';
import { articleOf, candidatesFor, nearestPassage, topicEvidence, type Candidate } from './candidates.ts';
import { likelihoods, rank, type RankedArticle } from './fusion.ts';
import { highlight, type Highlight } from './highlight.ts';
import type { KnowledgeIndex } from './knowledgeIndex.ts';
import { frequencyOf } from './lexicalIndex.ts';
import { urgentRule, type SafetyRules } from './safety.ts';

export interface SuggestOptions {
  /** The reader's language: articles are shown in it where they exist. */
  readonly language: Language;
  /** Below this probability an article is not shown. */
  readonly threshold: number;
  readonly limit: number;
  /** What makes a text urgent; nothing is while there are no rules. */
  readonly safety?: SafetyRules | undefined;
}

/** An article worth showing, and why. */
export interface Suggestion extends Highlight {
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly reviewed: string | undefined;
  /** The passage nearest to the query. */
  readonly passage: Passage;
  /** Calibrated probability that it answers, 0 to 1; 1 where a safety rule says so. */
  readonly probability: number;
  readonly why: { readonly dense: number; readonly lexical: number };
  /** What to do at once, in the reader's language: only the first suggestion of an urgent text has it. */
  readonly urgent: string | undefined;
}

/**
 * The articles that answer a text, best first; none when none is likely to. If the text is urgent, the article of the
 * safety rule comes first, however likely it is.
 * Every language's units count, so a Chinese question finds an article through its English phrasings.
 *
 * @param vector the query's vector, or undefined while no model is there: the lexical half then answers alone
 */
export function suggest(
  query: string,
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
  { language, threshold, limit, safety }: SuggestOptions,
): Suggestion[] {
  const candidates = candidatesFor(query, vector, indexes);
  const ranked = rank(candidates);
  const topic = topicEvidence(query, vector, indexes, candidates);
  const show = (candidate: RankedArticle<Candidate>, likelihood: number): Suggestion =>
    toSuggestion(candidate, query, language, likelihood);
  const likely = likelihoods(ranked.slice(0, Math.max(limit, 2)), topic)
    .slice(0, limit)
    .flatMap((likelihood, place) => (likelihood >= threshold ? [show(ranked[place]!, likelihood)] : []));

  const rule = safety && urgentRule(query, safety);
  const slug = rule && firstKnown(rule.articles, ranked);
  const first = ranked.find((candidate) => candidate.slug === slug);
  return first ? putFirst({ ...show(first, 1), urgent: rule!.say[language] }, likely, limit) : likely;
}

/** The suggestions with one of them, known already or not, before the others. */
export function putFirst(first: Suggestion, others: readonly Suggestion[], limit: number): Suggestion[] {
  return [first, ...others.filter(({ slug }) => slug !== first.slug)].slice(0, limit);
}

/** The first of some slugs that there is an article for. */
export function firstKnown(
  slugs: readonly string[],
  candidates: readonly { readonly slug: string }[],
): string | undefined {
  const known = new Set(candidates.map(({ slug }) => slug));
  return slugs.find((slug) => known.has(slug));
}

function toSuggestion(
  { slug, editions, dense, lexical }: RankedArticle<Candidate>,
  query: string,
  wanted: Language,
  likelihood: number,
): Suggestion {
  const edition = editions.find(({ scored }) => scored.index.language === wanted) ?? editions[0]!;
  const article = articleOf(edition);
  const passage = article.passages[nearestPassage(edition)] ?? {
    anchor: '',
    heading: '',
    text: article.description,
  };
  const { language, lexical: index, units } = edition.scored.index;
  const rarity = (term: string): number => Math.log1p(units.length / (frequencyOf(index, term) || 1));
  return {
    slug,
    language,
    title: article.title,
    reviewed: article.reviewed,
    passage,
    ...highlight(query, article.title, passage.text, rarity),
    probability: likelihood,
    why: { dense, lexical },
    urgent: undefined,
  };
}
