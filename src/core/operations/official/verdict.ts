import type { Candidate } from './candidate.ts';
import type { Platform } from './platform.ts';
import type { Difference } from './resemblance.ts';

/** From best to worst: a text is as good as the worst that is in it. */
export const VERDICTS = ['official', 'not-ours', 'lookalike'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const REASONS = [
  'exact',
  'subdomain',
  'lookalike-characters',
  'added-words',
  'other-tld',
  'subdomain-trick',
  'userinfo-trick',
  'punycode',
  'typo',
  'brand-in-name',
  'lookalike-handle',
  'wrong-platform',
  'lookalike-address',
  'name-in-path',
  'unlisted-address',
  'unlisted-subdomain',
  'no-account',
  'platform-unknown',
  'shortener',
  'ip-address',
  'not-a-web-link',
  'unreadable',
  'not-listed',
] as const;
export type Reason = (typeof REASONS)[number];

/** A stretch of what was written; `isMarked` is what gives it away. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface Judgement {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  /** The most telling first; never empty. */
  readonly reasons: readonly Reason[];
  /** What was written, readable, with what gives it away marked. */
  readonly pieces: readonly Piece[];
  /** What of ours it is, or looks like. */
  readonly ours?: string;
  readonly differences: readonly Difference[];
  /** Where a link really leads: the end of its host, which somebody has registered. */
  readonly leadsTo?: string;
  /** Where our account of that name is. */
  readonly platform?: Platform;
}

/** What judging one kind of candidate gives. */
export type Opinion = Omit<Judgement, 'candidate' | 'pieces' | 'differences'> & {
  readonly differences?: readonly Difference[];
  /** What gives it away: UTF-16 offsets in `spelled`. */
  readonly marks?: readonly { readonly start: number; readonly end: number }[];
  /** The candidate's text as it is shown, if not as it was written. */
  readonly spelled?: string;
};
