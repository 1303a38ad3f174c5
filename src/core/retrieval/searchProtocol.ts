import type { Edition } from '../article/edition.ts';
import type { Language } from '../article/language.ts';
import type { Suggestion } from './suggest.ts';

/**
 * How a page talks to what searches, `widget/v1/worker.js`: the widget does, and so does the agent's desk. One `load`, then a
 * `query` for each text; every answer carries the id of its question. No message leaves the browser.
 */

/** From the page to what searches. */
export type SearchRequest =
  /**
   * `kb` is the absolute address of the knowledge base, with a slash at the end. Words alone are loaded first; meaning follows
   * unless the connection is to be spared.
   */
  | {
      readonly type: 'load';
      readonly kb: string;
      /** The reader's: its index is the first that answers. */
      readonly language: Language;
      readonly isSparing: boolean;
      /** Whose index answers; the public one unless told otherwise. */
      readonly edition?: Edition;
      /** In place of the site's own: an agent looks at more, and at less likely ones. */
      readonly limit?: number;
      readonly threshold?: number;
    }
  /** Loads the rest, which was held back to spare the connection. */
  | { readonly type: 'load-rest' }
  /** The text has passed the guard: what holds a secret is not even searched. */
  | { readonly type: 'query'; readonly id: number; readonly text: string; readonly language: Language };

/** What can answer: words alone, meaning too, or also a transformer that has a second look. */
export type SearchMode = 'lexical' | 'dense' | 'reranked';

/** From what searches to the page. */
export type SearchResponse =
  /** `isFinal`: nothing better will come by itself. `rest`: bytes that were held back, as served. */
  | {
      readonly type: 'ready';
      readonly mode: SearchMode;
      readonly isFinal: boolean;
      readonly rest?: number;
      /** What answers, for the ticket: the edition and the index's name. */
      readonly edition: string;
      readonly index: string;
    }
  /** Bytes as served; `loaded` is estimated from what has been unpacked. */
  | { readonly type: 'progress'; readonly loaded: number; readonly total: number }
  | { readonly type: 'failed'; readonly reason: string }
  /** May come twice for one question: at once, and again after a second look. */
  | { readonly type: 'suggested'; readonly id: number; readonly suggestions: readonly Suggestion[] };
