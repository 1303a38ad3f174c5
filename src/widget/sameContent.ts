import type { DeflectionState } from '../core/deflection/deflection.ts';

/** Whether two states look the same, so that the panel under a finger is left alone. */
export function sameContent(a: DeflectionState, b: DeflectionState): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(state: DeflectionState): string {
  if (state.status !== 'ready') return JSON.stringify(state);
  const shown = state.suggestions.map(({ slug, language, passage, sentence, marks, urgent }) => [
    slug,
    language,
    passage.anchor,
    sentence,
    marks,
    urgent,
  ]);
  return JSON.stringify([state.status, shown]);
}
