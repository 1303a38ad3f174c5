import type { KnowledgeIndex } from '../retrieval/knowledgeIndex.ts';
import { suggest } from '../retrieval/suggest.ts';
import type { MinedTicket } from './minedTicket.ts';

/**
 * `covered`: an article answers most, and agents link it too where they link articles at all, or it fits beyond doubt;
 * `undiscoverable`: agents link one that the words do not find; else `missing`.
 */
export const GAP_KINDS = ['covered', 'missing', 'undiscoverable'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export interface Gap {
  readonly kind: GapKind;
  /** The article that covers it, or that agents link; null when missing. */
  readonly slug: string | null;
  /** Members whose words were put to the suggestions. */
  readonly asked: number;
  /** Share of them for whom each article would come first, likely enough to be shown. */
  readonly answered: readonly {
    readonly slug: string;
    readonly share: number;
    readonly meanProbability: number;
  }[];
  /** Share of the answered tickets whose agent linked each article. */
  readonly linked: readonly { readonly slug: string; readonly share: number }[];
}

/** Asking the suggestions for the most central members is enough to see what an issue is answered with. */
export const MOST_ASKED = 30;
/** An article covers an issue that it answers in at least this share of its tickets. */
const COVERED_SHARE = 0.5;
/** Agents "link an article" from this share on. */
const LINKED_SHARE = 0.25;
/** What agents never link may be the nearest article and still not the answer, unless it fits as well as this. */
const BEYOND_DOUBT = { share: 0.8, meanProbability: 0.9 } as const;

export type Answered = Pick<MinedTicket, 'text' | 'language' | 'slugs' | 'answered'>;

/**
 * Compares an issue with the articles.
 * @param members most central first
 * @param vectors of the texts of the first members, `MOST_ASKED` at most: these are asked
 * @param indexes of the public edition: what customers can find
 * @param threshold probability, 0 to 1, from which a suggestion is shown
 * @param known articles that agents link anywhere in the export, so that not linking one here says something; others may be
 *   newer than the tickets
 */
export function gapOf(
  members: readonly Answered[],
  vectors: readonly Float32Array[],
  indexes: readonly KnowledgeIndex[],
  threshold: number,
  known: ReadonlySet<string>,
): Gap {
  const asked = members.slice(0, vectors.length);
  const first = asked.flatMap((ticket, i) => {
    const language = ticket.language === 'other' ? 'en' : ticket.language;
    return suggest(ticket.text, vectors[i], indexes, { language, threshold, limit: 1 });
  });
  const bySlug = Map.groupBy(first, (suggestion) => suggestion.slug);
  const answered = [...bySlug]
    .map(([slug, suggestions]) => ({
      slug,
      share: round3(suggestions.length / asked.length),
      meanProbability: round3(
        suggestions.reduce((sum, { probability }) => sum + probability, 0) / suggestions.length,
      ),
    }))
    .sort(byShare);
  const replies = members.filter((ticket) => ticket.answered);
  const linked = [
    ...Map.groupBy(
      replies.flatMap((ticket) => ticket.slugs),
      (slug) => slug,
    ),
  ]
    .map(([slug, links]) => ({ slug, share: round3(links.length / replies.length) }))
    .sort(byShare);
  return { ...verdict(answered[0], linked, known), asked: asked.length, answered, linked };
}

function verdict(
  best: Gap['answered'][number] | undefined,
  linked: Gap['linked'],
  known: ReadonlySet<string>,
): Pick<Gap, 'kind' | 'slug'> {
  if (best && best.share >= COVERED_SHARE) {
    const isLinked = linked.some(({ slug }) => slug === best.slug);
    const fits = best.share >= BEYOND_DOUBT.share && best.meanProbability >= BEYOND_DOUBT.meanProbability;
    if (!known.has(best.slug) || isLinked || fits) return { kind: 'covered', slug: best.slug };
  }
  const [most] = linked;
  if (most && most.share >= LINKED_SHARE) return { kind: 'undiscoverable', slug: most.slug };
  return { kind: 'missing', slug: null };
}

interface Share {
  readonly slug: string;
  readonly share: number;
}

function byShare(a: Share, b: Share): number {
  return b.share - a.share || (a.slug < b.slug ? -1 : 1);
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
