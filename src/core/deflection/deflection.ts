import type { SecretKind } from '../privacy/secret.ts';
import type { Suggestion } from '../retrieval/suggest.ts';

/** Why suggestions were turned down; a person need not say. */
export const REJECTION_REASONS = ['not-related', 'did-not-help', 'out-of-date'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** What the widget shows. One state at a time, so that no two messages can contradict each other. */
export type DeflectionState =
  /** Nothing typed that could be answered. */
  | { readonly status: 'idle' }
  /** Typed, and the index is still on its way. */
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly suggestions: readonly Suggestion[] }
  /** One of the suggestions is being read, where they stood. */
  | {
      readonly status: 'reading';
      readonly suggestions: readonly Suggestion[];
      readonly suggestion: Suggestion;
    }
  /** Searched, and no article is likely enough. */
  | { readonly status: 'abstained' }
  /** The index cannot be had; the form works all the same. */
  | { readonly status: 'failed' }
  /** The text holds a secret: nothing is searched, nothing may be sent. */
  | { readonly status: 'blocked'; readonly secrets: readonly SecretKind[] }
  | { readonly status: 'solved'; readonly suggestion: Suggestion }
  /** None of them was it; asks why, until that is answered. */
  | {
      readonly status: 'rejected';
      readonly reason?: RejectionReason;
      readonly warning: string | undefined;
    }
  /** The person wants a human; suggestions stay out of the way, but for a warning that they have not seen. */
  | { readonly status: 'continued'; readonly warning: string | undefined };

export type DeflectionEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'suggested'; readonly suggestions: readonly Suggestion[] }
  | { readonly type: 'blocked'; readonly secrets: readonly SecretKind[] }
  | { readonly type: 'failed' }
  | { readonly type: 'opened'; readonly suggestion: Suggestion }
  /** Back from reading to the suggestions. */
  | { readonly type: 'closed' }
  | { readonly type: 'solved'; readonly suggestion: Suggestion }
  | { readonly type: 'rejected'; readonly reason?: RejectionReason }
  | { readonly type: 'continued' };

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
    case 'opened':
      return state.status === 'ready' ? { ...state, status: 'reading', suggestion: event.suggestion } : state;
    case 'closed':
      return state.status === 'reading' ? { status: 'ready', suggestions: state.suggestions } : state;
    case 'solved':
      return { status: 'solved', suggestion: event.suggestion };
    case 'rejected': {
      const { reason } = event;
      return { status: 'rejected', ...(reason && { reason }), warning: warningOf(state) };
    }
    case 'continued':
      // The form is gone on with, and the warning stays for as long as the secret does.
      return state.status === 'blocked' ? state : { status: 'continued', warning: warningOf(state) };
  }
}

/** The warning that a person has seen. */
function warningOf(state: DeflectionState): string | undefined {
  if ('suggestions' in state) return state.suggestions[0]?.urgent;
  return 'warning' in state ? state.warning : undefined;
}

/** Whoever turned down a lesser thing, or reads about one, is still told that their money is in danger. */
function isNewWarning(state: DeflectionState, [first]: readonly Suggestion[]): boolean {
  return (
    ['rejected', 'continued', 'reading'].includes(state.status) &&
    first?.urgent !== undefined &&
    first.urgent !== warningOf(state)
  );
}

/** Whether the result of a search still matters. */
function isSearching({ status }: DeflectionState): boolean {
  return ['loading', 'ready', 'abstained', 'failed'].includes(status);
}
