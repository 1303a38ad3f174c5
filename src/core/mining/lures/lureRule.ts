/**
 * What a rule is about. A lure needs something that it asks for (`ask`) or a bait that says it all; what it promises or
 * threatens (`bait`), whom it pretends to be (`pose`) and where it leads (`place`) add to that; what
 * honest advice names (`honest`) takes from it.
 */
export const LURE_GROUPS = ['ask', 'bait', 'pose', 'place', 'honest'] as const;
export type LureGroup = (typeof LURE_GROUPS)[number];

/** One thing that lures say. */
export interface LureRule {
  /** What it is called in reports. */
  readonly id: string;
  readonly group: LureGroup;
  /** How much it says; below zero if it speaks against a lure. A post is a lure from `LURE_THRESHOLD` on, see judgeLure.ts. */
  readonly weight: number;
  /** What it finds, for people. */
  readonly about: string;
  /** Parts of regular expressions, without capitals: words in English stand between word boundaries. */
  readonly en?: readonly string[];
  readonly zh?: readonly string[];
}
