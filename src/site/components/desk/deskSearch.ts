import type { Language } from '../../../core/article/language.ts';
import type { Suggestion } from '../../../core/retrieval/suggest.ts';
import { knowledgeSearch } from '../search/knowledgeSearch.ts';

/** An agent looks at more than a customer is shown, and at less likely ones. */
const SCOPE = { edition: 'internal', limit: 5, threshold: 0.25 } as const;
/** Long enough not to search on every key. */
const PAUSE_MS = 120;

/** What the desk is told: articles, by words alone until better ones come; or that there is no index. */
export type DeskNews =
  | {
      readonly type: 'answered';
      readonly suggestions: readonly Suggestion[];
      readonly isRough: boolean;
    }
  | { readonly type: 'failed' };

/** The search behind the box, which knows whether what is shown is its last word. */
export class DeskSearch {
  readonly #ask: (text: string, language: Language) => void;
  #question: 'none' | 'paused' | 'asked' | 'answered' = 'none';
  #isDense = false;
  #isFailed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void) | undefined;

  constructor(page: { readonly base: string; readonly language: Language }, tell: (news: DeskNews) => void) {
    this.#ask = knowledgeSearch({ ...page, ...SCOPE }, (news) => {
      if (news.type === 'failed') {
        this.#isFailed = true;
        tell({ type: 'failed' });
        return this.#act();
      }
      if (news.type === 'ready') {
        this.#isDense = news.isDense;
        // The same is asked again, and what was answered by words alone is no answer any more.
        if (this.#question === 'answered') this.#question = 'asked';
        return;
      }
      // An answer to a text that has changed since, or was deleted.
      if (this.#question === 'none' || this.#question === 'paused') return;
      this.#question = 'answered';
      tell({ type: 'answered', suggestions: news.suggestions, isRough: !this.#isDense });
      if (this.isSettled) this.#act();
    });
  }

  /** Whether what was answered is about the text in the box, and nothing better is on its way. */
  get isSettled(): boolean {
    return this.#question === 'answered' && this.#isDense;
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
    this.#waiting = undefined;
  }

  /**
   * Does something with the right articles: now, or once they are there.
   * @returns whether it was done at once
   */
  whenSettled(act: () => void): boolean {
    if (this.isSettled || this.#isFailed || this.#question === 'none') {
      act();
      return true;
    }
    this.#waiting = act;
    return false;
  }

  #act(): void {
    const act = this.#waiting;
    this.#waiting = undefined;
    act?.();
  }
}
