import type { Language } from '../../../core/article/language.ts';
import type { Suggestion } from '../../../core/retrieval/suggest.ts';
import { knowledgeSearch } from '../search/knowledgeSearch.ts';

/** An agent looks at more than a customer is shown, and at less likely ones. */
const SCOPE = { edition: 'internal', limit: 5, threshold: 0.25 } as const;
/** Long enough not to search on every key. */
const PAUSE_MS = 120;

/** The most that a press of a key waits for the right article. */
export const PATIENCE_MS = 10_000;

/** What articles were found by: words alone may be all there is, or better ones are on their way. */
export type FoundBy = 'meaning' | 'words' | 'words so far';

/** What the desk is told: articles, and what they were found by; or that there is no index. */
export type DeskNews =
  | {
      readonly type: 'answered';
      readonly suggestions: readonly Suggestion[];
      readonly by: FoundBy;
    }
  | { readonly type: 'failed' };

/** The search behind the box, which knows whether what is shown is its last word. */
export class DeskSearch {
  readonly #ask: (text: string, language: Language) => void;
  #question: 'none' | 'paused' | 'asked' | 'answered' = 'none';
  #by: FoundBy = 'words so far';
  #isFailed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: { readonly act: () => void; readonly patience: ReturnType<typeof setTimeout> } | undefined;

  constructor(page: { readonly base: string; readonly language: Language }, tell: (news: DeskNews) => void) {
    this.#ask = knowledgeSearch({ ...page, ...SCOPE }, (news) => {
      if (news.type === 'failed') {
        this.#isFailed = true;
        tell({ type: 'failed' });
        return this.#act();
      }
      if (news.type === 'ready') {
        this.#by = news.isDense ? 'meaning' : news.isLast ? 'words' : 'words so far';
        // The same is asked again, and what was answered by words alone is no answer any more.
        if (this.#question === 'answered') this.#question = 'asked';
        return;
      }
      // An answer to a text that has changed since, or was deleted.
      if (this.#question === 'none' || this.#question === 'paused') return;
      this.#question = 'answered';
      tell({ type: 'answered', suggestions: news.suggestions, by: this.#by });
      if (this.isSettled) this.#act();
    });
  }

  /** Whether what was answered is about the text in the box, and nothing better is on its way. */
  get isSettled(): boolean {
    return this.#question === 'answered' && this.#by !== 'words so far';
  }

  /** Whether something is done once the right articles are there. */
  get isWaiting(): boolean {
    return this.#waiting !== undefined;
  }

  /** Asks after a pause. */
  ask(text: string, language: Language): void {
    this.stop();
    this.#question = 'paused';
    this.#timer = setTimeout(() => {
      this.#question = 'asked';
      this.#ask(text, language);
    }, PAUSE_MS);
  }

  /** There is nothing to look for; what waited for an answer is forgotten. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#question = 'none';
    this.#takeWaiting();
  }

  /**
   * Does something with the right articles: now, or once they are there.
   * @param giveUp they did not come in time; it is not done any more
   * @returns whether it was done at once
   */
  whenSettled(act: () => void, giveUp: () => void): boolean {
    if (this.isSettled || this.#isFailed || this.#question === 'none') {
      act();
      return true;
    }
    this.#takeWaiting();
    const patience = setTimeout(() => {
      this.#waiting = undefined;
      giveUp();
    }, PATIENCE_MS);
    this.#waiting = { act, patience };
    return false;
  }

  #act(): void {
    this.#takeWaiting()?.act();
  }

  /** What waits, which then waits no more. */
  #takeWaiting() {
    const waiting = this.#waiting;
    clearTimeout(waiting?.patience);
    this.#waiting = undefined;
    return waiting;
  }
}
