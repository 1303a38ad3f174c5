import type { OfficialList } from '../../operations/official/officialList.ts';
import { judgeLure } from './judgeLure.ts';
import type { LureTarget } from './target.ts';

/** What is reported of the lures in a community: where they lead and how they speak; no text, no author, no victim. */
export interface LureSummary {
  /** Posts that were looked at. */
  readonly posts: number;
  readonly lures: number;
  /** How many lures each rule counted in, most first. */
  readonly reasons: readonly { readonly id: string; readonly lures: number }[];
  /** Where they lead, defanged, most first. */
  readonly targets: readonly LureTargetCount[];
}

export interface LureTargetCount extends LureTarget {
  readonly lures: number;
  /** The first and the last day, `2026-05-18`; null if the export has no dates. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A post as a watch looks at it; `Post` of the readers is one. */
export interface WatchedPost {
  readonly text: string;
  readonly role?: string;
  readonly hiddenLinks?: readonly string[];
  /** ISO 8601, UTC. */
  readonly at?: string | undefined;
}

export interface LureWatch {
  /** Whether a post may be read on; false for a lure, which is counted. Readers take it as `keepPost`. */
  readonly keepPost: (post: WatchedPost) => boolean;
  readonly summary: () => LureSummary;
}

/** Targets that are remembered; thieves make new ones every day. */
const MOST_TARGETS = 10_000;
const MOST_REPORTED = 100;

/** Watches the posts of a community for lures, in memory that does not grow with them. */
export function createLureWatch(list?: OfficialList): LureWatch {
  let posts = 0;
  let lures = 0;
  const reasons = new Map<string, number>();
  const targets = new Map<string, LureTargetCount>();

  const count = (target: LureTarget, day: string | null): void => {
    const key = `${target.kind} ${target.text}`;
    const known = targets.get(key);
    if (!known && targets.size >= MOST_TARGETS) return;
    const days = [known?.firstDay, known?.lastDay, day]
      .filter((each) => each !== undefined && each !== null)
      .sort();
    targets.set(key, {
      ...target,
      isLookalike: target.isLookalike || known?.isLookalike === true,
      lures: (known?.lures ?? 0) + 1,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
    });
  };

  return {
    keepPost: (post) => {
      posts++;
      const judgement = judgeLure(post, list);
      if (!judgement.isLure) return true;
      lures++;
      for (const { id } of judgement.reasons) reasons.set(id, (reasons.get(id) ?? 0) + 1);
      for (const target of judgement.targets) count(target, post.at?.slice(0, 10) ?? null);
      return false;
    },
    summary: () => ({
      posts,
      lures,
      reasons: [...reasons]
        .map(([id, number]) => ({ id, lures: number }))
        .sort((a, b) => b.lures - a.lures || compare(a.id, b.id)),
      targets: [...targets.values()]
        .sort((a, b) => b.lures - a.lures || compare(a.text, b.text))
        .slice(0, MOST_REPORTED),
    }),
  };
}

/** By characters, not by the place's language: the same order everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
