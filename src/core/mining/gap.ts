import type { KnowledgeIndex } from '../retrieval/knowledgeIndex.ts';
import { suggest } from '../retrieval/suggest.ts';
import type { MinedTicket } from './minedTicket.ts';

/** `covered`: an article answers most; `undiscoverable`: agents link one that the words do not find; else `missing`. */
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

export type Answered = Pick<MinedTicket, 'text' | 'language' | 'slugs' | 'answered'>;

/**
 * Compares an issue with the articles.
 * @param members most central first
 * @param vectors of the texts of the first members, `MOST_ASKED` at most: these are asked
 * @param indexes of the public edition: what customers can find
 * @param threshold probability, 0 to 1, from which a suggestion is shown
 */
export function gapOf(
  members: readonly Answered[],
  vectors: readonly Float32Array[],
  indexes: readonly KnowledgeIndex[],
  threshold: number,
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
  return { ...verdict(answered[0], linked[0]), asked: asked.length, answered, linked };
}

interface Share {
  readonly slug: string;
  readonly share: number;
}

function verdict(answered: Share | undefined, linked: Share | undefined): Pick<Gap, 'kind' | 'slug'> {
  if (answered && answered.share >= COVERED_SHARE) return { kind: 'covered', slug: answered.slug };
  if (linked && linked.share >= LINKED_SHARE) return { kind: 'undiscoverable', slug: linked.slug };
  return { kind: 'missing', slug: null };
}

function byShare(a: Share, b: Share): number {
  return b.share - a.share || (a.slug < b.slug ? -1 : 1);
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
