import type { Language } from '../language.ts';
import type { Variables } from '../variables.ts';
import type { Glossary } from './glossary.ts';
import type { UiNames } from './uiNames.ts';

/** What the rules need to know besides the articles. Plain data: it is handed to worker threads. */
export interface LintSettings {
  readonly variables: Readonly<Record<Language, Variables>>;
  readonly glossary: Glossary;
  readonly uiNames: UiNames;
  /** Pages that are not articles: their path without slashes, and whether only the internal edition has them. */
  readonly pages: readonly { readonly path: string; readonly internal: boolean }[];
  /**
   * Files that pages show, by their address: `/screens/card.png` of public/, `/docs/wallet/card.png` beside an article;
   * undefined where nobody has looked, and then none is missed.
   */
  readonly assets?: readonly string[] | undefined;
  /** Names of the replies that runbooks may name; undefined where there are none, and then none is checked. */
  readonly replies?: readonly string[] | undefined;
  /** The day that reviews are compared with, as YYYY-MM-DD. */
  readonly today: string;
  /** How many days a translation of a security article may lag behind the English. */
  readonly graceDays: number;
  /** Since how many days each outdated translation is outdated, by slug; without an entry nobody knows. */
  readonly outdatedDays: ReadonlyMap<string, number>;
}

/** Pages that code makes rather than an article. */
export const OTHER_PAGES: LintSettings['pages'] = [
  { path: '', internal: false },
  { path: 'contact', internal: false },
  { path: 'verify', internal: false },
  { path: 'find-out', internal: false },
  { path: 'triage', internal: true },
  { path: 'status', internal: false },
  { path: 'desk', internal: true },
  { path: 'desk/escalate', internal: true },
  { path: 'desk/signals', internal: true },
  { path: 'mining', internal: true },
  { path: 'craft', internal: true },
  { path: 'craft/reviews', internal: true },
  { path: 'craft/translations', internal: true },
];
