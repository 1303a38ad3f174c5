import type { Embedder } from '../retrieval/embedder.ts';
import type { KnowledgeIndex } from '../retrieval/knowledgeIndex.ts';
import { suggest } from '../retrieval/suggest.ts';
import type { DeflectionEvents, EventCounts } from './deflectionEvents.ts';
import type { IssueSummary } from './issueSummary.ts';
import { staleness, type ArticleAge, type Staleness } from './staleness.ts';

/**
 * `covered`: an article answers most, and agents link it too where they link articles at all, or it fits beyond doubt;
 * `undiscoverable`: agents link one that the words do not find; `stale`: covered by an article past its review, or older
 * than the versions that tickets name, while they continue; `ineffective`: covered by one that people had seen before they
 * wrote all the same, or that most of those who say whether it helped turn down; else `missing`.
 */
export const GAP_KINDS = ['covered', 'missing', 'undiscoverable', 'stale', 'ineffective'] as const;
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
  readonly linked: readonly Share[];
  /** Tickets that came though the article had been shown, and opened. */
  readonly tried: {
    readonly shown: number;
    readonly opened: number;
    /** What the suggestions recorded of the article meanwhile, for whatever problem; null without records or article. */
    readonly events: EventCounts | null;
  };
  /** Why the article is out of date; null if it is not, or there is none. */
  readonly staleness: Staleness | null;
}

/** Asking the suggestions for the most central members is enough to see what an issue is answered with. */
const MOST_ASKED = 20;
/** An article covers an issue that it answers in at least this share of its tickets. */
const COVERED_SHARE = 0.4;
/** Agents "link an article" from this share on. */
const LINKED_SHARE = 0.25;
/**
 * What agents never link may be the nearest article and still not the answer, unless it is this likely: then it is newer than
 * their answers.
 */
const BEYOND_DOUBT = 0.9;
/** Somebody who has read the article and writes may have another reason; so many, and so large a share, have not. */
const INEFFECTIVE = { tickets: 5, share: 0.2 } as const;
/**
 * Of those who said whether the article helped, so many at least, this share says no. Who went on to write without a word is
 * not counted: they may have wanted a human whatever it says.
 */
const TURNED_DOWN = { said: 20, share: 0.6 } as const;

/** What the gap of an issue is held against. */
export interface Knowledge {
  /** Made the indexes: the site's own model, since by it customers are shown articles. */
  readonly embedder: Embedder;
  /** Of the public edition: what customers can find. */
  readonly indexes: readonly KnowledgeIndex[];
  /** Probability, 0 to 1, from which a suggestion is shown. */
  readonly threshold: number;
  /** By slug: when it was reviewed and for how long that lasts. */
  readonly ages: ReadonlyMap<string, ArticleAge>;
  /** Whether agents link articles anywhere in the export, so that not linking one says something. */
  readonly agentsLink: boolean;
  /** Last day of the export, since 1970; undefined without dates. */
  readonly lastDay: number | undefined;
  /** What the suggestions recorded, if it was given, and the days of the export that it is counted for. */
  readonly events?: Pick<DeflectionEvents, 'ofArticle'> | undefined;
  readonly days?: { readonly first: number; readonly last: number } | undefined;
}

/** Compares an issue with the articles. */
export async function gapOf(summary: IssueSummary, knowledge: Knowledge): Promise<Gap> {
  const { indexes, threshold } = knowledge;
  const asked = summary.central.slice(0, MOST_ASKED).map(({ ticket }) => ticket);
  const vectors = await knowledge.embedder.embed(asked.map(({ text }) => text));
  const first = asked.flatMap((ticket, i) => {
    const language = ticket.language === 'other' ? 'en' : ticket.language;
    return suggest(ticket.text, vectors[i], indexes, { language, threshold, limit: 1 });
  });
  const answered = [...Map.groupBy(first, (suggestion) => suggestion.slug)]
    .map(([slug, suggestions]) => ({
      slug,
      share: round3(suggestions.length / asked.length),
      meanProbability: round3(
        suggestions.reduce((sum, { probability }) => sum + probability, 0) / suggestions.length,
      ),
    }))
    .sort(byShare);
  const linked = [...summary.links]
    .map(([slug, links]) => ({ slug, share: round3(links / Math.max(1, summary.answered)) }))
    .sort(byShare);
  const { kind, slug } = verdict(answered[0], linked, knowledge.agentsLink);
  const tried = {
    shown: slug === null ? 0 : (summary.shown.get(slug) ?? 0),
    opened: slug === null ? 0 : (summary.opened.get(slug) ?? 0),
    events: slug === null ? null : (knowledge.events?.ofArticle(slug, knowledge.days) ?? null),
  };
  const age = slug === null ? undefined : knowledge.ages.get(slug);
  const stale =
    age && knowledge.lastDay !== undefined ? staleness(age, summary, knowledge.lastDay) : undefined;
  return {
    kind: kind === 'covered' ? coveredKind(tried, summary.tickets, stale) : kind,
    slug,
    asked: asked.length,
    answered,
    linked,
    tried,
    staleness: stale ?? null,
  };
}

function coveredKind(tried: Gap['tried'], tickets: number, stale: Staleness | undefined): GapKind {
  if (stale) return 'stale';
  const cameAllTheSame = tried.opened >= INEFFECTIVE.tickets && tried.opened / tickets >= INEFFECTIVE.share;
  return cameAllTheSame || isTurnedDown(tried.events) ? 'ineffective' : 'covered';
}

function isTurnedDown(events: EventCounts | null): boolean {
  if (events === null) return false;
  const said = events.solved + events.rejected;
  return said >= TURNED_DOWN.said && events.rejected / said >= TURNED_DOWN.share;
}

function verdict(
  best: Gap['answered'][number] | undefined,
  linked: readonly Share[],
  agentsLink: boolean,
): Pick<Gap, 'kind' | 'slug'> {
  if (best && best.share >= COVERED_SHARE) {
    const isLinked = linked.some(({ slug }) => slug === best.slug);
    if (!agentsLink || isLinked || best.meanProbability >= BEYOND_DOUBT)
      return { kind: 'covered', slug: best.slug };
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
