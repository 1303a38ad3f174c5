import type { Language } from '../../../core/article/language.ts';
import type { TriageTree } from '../../../core/operations/triage/triageTree.ts';
import { say, type Strings } from '../words.ts';
import type { Say } from '../../../core/operations/triage/summary.ts';

export interface Target {
  readonly href: string;
  readonly title: string;
}

/** What the page gives its script. */
export interface TriageData {
  readonly slug: string;
  readonly version: string;
  readonly tree: TriageTree;
  /** The page's. */
  readonly language: Language;
  /** The page's, and on an agent's page the customer's too. */
  readonly words: Readonly<Partial<Record<Language, Strings>>>;
  /** Articles and runbooks by slug, in each language of `words`. */
  readonly articles: Readonly<Record<string, Readonly<Partial<Record<Language, Target>>>>>;
  /** Other trees by name. */
  readonly trees: Readonly<Record<string, Target>>;
  /** Addresses of replies on the desk, by the id of the end. */
  readonly replies: Readonly<Record<string, string>>;
  readonly hrefs: {
    readonly contact: string;
    readonly exposed: string;
    /** Agents only. */
    readonly escalate?: string | undefined;
  };
}

/** The words of one language; the page's where the page has no others. */
export function sayIn({ words, language }: TriageData, other: Language = language): Say {
  const strings = words[other] ?? words[language] ?? {};
  return (key, values) => say(strings, key, values);
}
