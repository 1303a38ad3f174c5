import type { Language } from '../../../core/article/language.ts';
import type { Audience } from '../../../core/article/edition.ts';
import type { PreparedReply, ReplyFrame } from '../../../core/operations/replies/preparedReply.ts';
import type { Strings } from '../words.ts';

/** What the desk knows of an article besides what the index says. */
export interface DeskArticle {
  readonly audience: Audience;
  readonly confidence: string;
  /** YYYY-MM-DD after which a review is due; undefined if there was none. */
  readonly reviewDue: string | undefined;
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
}

/** A decision tree that finds the cause of a problem. */
export interface DeskTree {
  readonly href: string;
  readonly title: string;
  /** The article on the same problem, and the runbook that the tree follows. */
  readonly about: readonly string[];
}

/** What the page gives its script. */
export interface DeskData {
  /** The agent's. */
  readonly language: Language;
  readonly say: Strings;
  readonly articles: Readonly<Record<string, DeskArticle>>;
  readonly trees: readonly DeskTree[];
  readonly replies: readonly PreparedReply[];
  /** Already filled in. */
  readonly frames: Readonly<Record<Language, ReplyFrame>>;
  /** Address of the public site with its base, with a slash at the end. */
  readonly publicSite: string;
  /** The base of this site. */
  readonly base: string;
  readonly hrefs: {
    readonly desk: string;
    readonly escalate: string;
    readonly triage: string;
    readonly exposed: string;
    readonly scam: string;
    readonly status: string;
    readonly statusJson: string;
  };
  /** Template of the tracker's page for a new issue. */
  readonly newIssueUrl: string | undefined;
}
