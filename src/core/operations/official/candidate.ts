import type { AppStore, Platform } from './platform.ts';

export interface LinkCandidate {
  readonly kind: 'link';
  /** As it was written, without what cannot be seen. */
  readonly text: string;
  /** Whether a browser would open it as a web page: `https:`, `http:`, or no scheme at all. */
  readonly isWeb: boolean;
  /** The host as a browser reads it: lower case, ASCII, no dot at the end. Empty if no browser can read it. */
  readonly host: string;
  /** The host as it was written, capitals and foreign letters kept. */
  readonly writtenHost: string;
  /** What stands before an @ in front of the host. */
  readonly userinfo: string;
  /** Path, query and fragment. */
  readonly path: string;
}

export interface EmailCandidate {
  readonly kind: 'email';
  readonly text: string;
  readonly local: string;
  /** As `host` and `writtenHost` of a link. */
  readonly host: string;
  readonly writtenHost: string;
}

export interface PhoneCandidate {
  readonly kind: 'phone';
  readonly text: string;
  readonly digits: string;
  /** Whether the country's code is part of it: `+44…` or `0044…`; `digits` then starts with the code. */
  readonly isInternational: boolean;
}

export interface HandleCandidate {
  readonly kind: 'handle';
  readonly text: string;
  readonly name: string;
  readonly platform?: Platform;
  /** Only a word that stands beside a platform's name: somebody's account if it is like ours, and else nothing at all. */
  readonly isGuess?: true;
}

export interface AppCandidate {
  readonly kind: 'app';
  readonly text: string;
  readonly store: AppStore;
  readonly id: string;
}

export interface WalletCandidate {
  readonly kind: 'wallet';
  readonly text: string;
}

/** Something in a text that is ours or is not. */
export type Candidate =
  LinkCandidate | EmailCandidate | PhoneCandidate | HandleCandidate | AppCandidate | WalletCandidate;
export type CandidateKind = Candidate['kind'];

/** Where something was found. */
export interface Found<Kind extends Candidate = Candidate> {
  readonly candidate: Kind;
  readonly start: number;
  readonly end: number;
}
