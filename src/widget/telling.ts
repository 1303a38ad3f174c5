import type { Language } from '../core/article/language.ts';
import type { DeflectionState } from '../core/deflection/deflection.ts';
import { secretNames } from './secretNames.ts';
import { STRINGS } from './strings.ts';

/** What a screen reader is told about a state, once it has settled; '' says nothing. */
export function announcement(state: DeflectionState, language: Language): string {
  const strings = STRINGS[language];
  switch (state.status) {
    case 'ready':
      return strings.announce(state.suggestions.length);
    case 'abstained':
    case 'failed':
    case 'solved':
    case 'continued':
      return strings[state.status];
    case 'rejected':
      return state.reason ? strings.thanks : strings.rejected;
    default:
      return '';
  }
}

/** What a screen reader is told at once: what to do now, if the text is urgent or holds a secret; '' otherwise. */
export function alarm(state: DeflectionState, language: Language): string {
  if (state.status === 'blocked') return STRINGS[language].blocked(secretNames(state.secrets, language));
  return (state.status === 'ready' && state.suggestions[0]?.urgent) || '';
}

/** What a bar says while the panel is out of sight; undefined where nobody misses anything. */
export interface Hint {
  readonly text: string;
  /** Articles wait below what is being written, and were seen by whoever is past them. The others are told wherever one is. */
  readonly kind: 'articles' | 'warning' | 'news';
}

/** @param known an incident that the panel shows, in a sentence; '' if it shows none */
export function hint(state: DeflectionState, known: string, language: Language): Hint | undefined {
  const warning = alarm(state, language);
  if (warning !== '') return { text: warning, kind: 'warning' };
  if (known !== '') return { text: known, kind: 'articles' };
  if (state.status !== 'ready') return undefined;
  return { text: STRINGS[language].waiting(state.suggestions.length), kind: 'articles' };
}
