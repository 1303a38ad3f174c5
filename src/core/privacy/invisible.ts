import type { Finder, FindingKind } from './secret.ts';

/** Soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks: copied along, never seen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/**
 * A finder that is not misled by what cannot be seen. An invisible character may stand inside a word or between two
 * words, so the text is read both ways.
 */
export function seeingThrough<Kind extends FindingKind>(find: Finder<Kind>): Finder<Kind> {
  return (text) => {
    if (!INVISIBLE.test(text)) return find(text);
    const positions = Array.from({ length: text.length }, (_, at) => at).filter(
      (at) => !INVISIBLE.test(text[at]!),
    );
    const visible = positions.map((at) => text[at]).join('');
    const seen = find(visible).map(({ kind, start, end }) => ({
      kind,
      start: positions[start]!,
      end: positions[end - 1]! + 1,
    }));
    return [...find(text), ...seen];
  };
}
