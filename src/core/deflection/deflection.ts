import type { Language } from '../article/language.ts';
import type { SecretKind } from '../privacy/secret.ts';
import type { Suggestion } from '../retrieval/suggest.ts';

/** What the widget shows. One state at a time, so that no two messages can contradict each other. */
export type DeflectionState =
  /** Nothing typed that could be answered. */
  | { readonly status: 'idle' }
  /** Typed, and the index is still on its way. */
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly suggestions: readonly Suggestion[] }
  /** Searched, and no article is likely enough. */
  | { readonly status: 'abstained' }
  /** The index cannot be had; the form works all the same. */
  | { readonly status: 'failed' }
  /** The text holds a secret: nothing is searched, nothing may be sent. */
  | { readonly status: 'blocked'; readonly secrets: readonly SecretKind[] }
  | { readonly status: 'solved'; readonly suggestion: Suggestion }
  /** The person wants a human; suggestions stay out of the way, but for a warning that they have not seen. */
  | { readonly status: 'dismissed'; readonly warning?: string | undefined };

export type DeflectionEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'suggested'; readonly suggestions: readonly Suggestion[] }
  | { readonly type: 'blocked'; readonly secrets: readonly SecretKind[] }
  | { readonly type: 'failed' }
  | { readonly type: 'solved'; readonly suggestion: Suggestion }
  | { readonly type: 'dismissed' };

/** Fewer characters than this say nothing yet; Chinese says more with each. */
export function isWorthSearching(text: string): boolean {
  const characters = [...text.trim()];
  const weight = characters.reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 3 : 1), 0);
  return weight >= 6;
}

/** The next state; pure. A person's own words always win over a result that arrives late. */
export function reduce(state: DeflectionState, event: DeflectionEvent): DeflectionState {
  switch (event.type) {
    case 'typed':
      if (!isWorthSearching(event.text)) return { status: 'idle' };
      // What is shown stays until there is something better: a list that blinks on every key cannot be read.
      return ['idle', 'blocked', 'solved'].includes(state.status) ? { status: 'loading' } : state;
    case 'suggested':
      if (!isSearching(state) && !isNewWarning(state, event.suggestions)) return state;
      return event.suggestions.length > 0
        ? { status: 'ready', suggestions: event.suggestions }
        : { status: 'abstained' };
    case 'failed':
      // A warning about a secret outlives whatever becomes of the search.
      return isSearching(state) || state.status === 'idle' ? { status: 'failed' } : state;
    case 'blocked':
      return { status: 'blocked', secrets: event.secrets };
    case 'solved':
      return { status: 'solved', suggestion: event.suggestion };
    case 'dismissed':
      return { status: 'dismissed', warning: warningOf(state) };
  }
}

function warningOf(state: DeflectionState): string | undefined {
  return state.status === 'ready' ? state.suggestions[0]?.urgent : undefined;
}

/** Whoever declined help with a lesser thing is still told that their money is in danger. */
function isNewWarning(state: DeflectionState, [first]: readonly Suggestion[]): boolean {
  return state.status === 'dismissed' && first?.urgent !== undefined && first.urgent !== state.warning;
}

/** Whether the result of a search still matters. */
function isSearching({ status }: DeflectionState): boolean {
  return ['loading', 'ready', 'abstained', 'failed'].includes(status);
}

/** What a person saw and tried before they pressed Send. */
export interface ArticlesTried {
  readonly shown: readonly string[];
  readonly opened: readonly string[];
}

/** A ticket as the form sends it. */
export interface TicketDraft {
  readonly version: 1;
  /** Sent again unchanged if sending is tried again, so that a server can tell. */
  readonly idempotencyKey: string;
  readonly subject: string;
  readonly description: string;
  readonly email: string;
  readonly language: Language;
  readonly articles: ArticlesTried;
}
