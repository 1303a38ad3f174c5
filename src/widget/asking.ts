import type { Language } from '../core/article/language.ts';
import type { Loading } from './footer.ts';
import { Search, type SearchEvent } from './search.ts';

/** Long enough not to search on every key, short enough to be there before the sentence ends. */
const DEBOUNCE_MS = 120;
/** "No article fits" waits until somebody stops typing: half a sentence often fits nothing. */
const ABSTAIN_AFTER_MS = 1500;

/** An answer to what was asked, or that there will be none. */
export type Answer = Extract<SearchEvent, { type: 'suggested' | 'failed' }>;

/** What hears of answers. */
export interface Listener {
  readonly answered: (answer: Answer) => void;
  readonly loading: (loading: Loading) => void;
}

/** Asks what somebody writes, at the right moment, and passes answers on when they are worth showing. */
export class Asking {
  readonly #search: Search;
  readonly #listener: Listener;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;
  /** What answered last, for the ticket. */
  answeredBy: { readonly edition?: string; readonly index?: string } = {};

  /**
   * @param kb absolute address of the knowledge base, with a slash at the end
   * @param language the reader's, whenever it is asked
   */
  constructor(kb: string, language: () => Language, listener: Listener) {
    this.#listener = listener;
    this.#search = new Search(kb, language, (event) => this.#receive(event));
  }

  /** Starts fetching what searches; does nothing the second time. */
  start(): void {
    this.#search.start();
  }

  /** @param isAtOnce nothing is shown yet; else what is shown is left alone until somebody pauses */
  ask(text: string, language: Language, isAtOnce: boolean): void {
    this.pause();
    this.#timer = setTimeout(() => this.#search.ask(text, language), isAtOnce ? 0 : DEBOUNCE_MS);
  }

  /** Lets nothing that is still on its way show up. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#search.cancel();
  }

  /** Loads what was held back to spare the connection. */
  loadRest(): void {
    this.#search.loadRest();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#search.stop();
  }

  #receive(event: SearchEvent): void {
    switch (event.type) {
      case 'progress':
        this.#listener.loading({ status: 'loading', loaded: event.loaded, total: event.total });
        return;
      case 'ready': {
        const { rest, isFinal, edition, index } = event;
        this.answeredBy = { edition, index };
        this.#isHeld = rest !== undefined;
        if (rest !== undefined) this.#listener.loading({ status: 'held', rest });
        else if (isFinal) this.#listener.loading({ status: 'quiet' });
        return;
      }
      case 'suggested':
        clearTimeout(this.#timer);
        if (event.suggestions.length > 0) this.#listener.answered(event);
        else
          this.#timer = setTimeout(
            () => this.#isSettled() && this.#listener.answered(event),
            ABSTAIN_AFTER_MS,
          );
        return;
      case 'failed':
        clearTimeout(this.#timer);
        this.#listener.answered(event);
    }
  }

  /** Whether nothing better than words alone is on its way: until then nobody is told that there is no answer. */
  #isSettled(): boolean {
    return this.#search.mode !== 'lexical' || this.#search.isFinal || this.#isHeld;
  }
}
