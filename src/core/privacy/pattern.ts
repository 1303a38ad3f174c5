import { fold } from './fold.ts';
import type { Finder, FindingKind } from './secret.ts';

/**
 * A finder for what a regular expression describes. If the expression has named groups, only what the one that matched holds is
 * the finding; the words around it say what it is.
 * @param pattern with the flags d, g and u; its repeats are bounded, so that no text takes it long
 * @param prepare what the pattern is matched against, unit for unit: lower case and half width unless told otherwise
 */
export function patternFinder<Kind extends FindingKind>(
  kind: Kind,
  pattern: RegExp,
  isValid: (value: string) => boolean = () => true,
  prepare: (text: string) => string = fold,
): Finder<Kind> {
  return (text) =>
    [...prepare(text).matchAll(pattern)].flatMap((match) => {
      const named = Object.values(match.indices?.groups ?? {}).find((indices) => indices !== undefined);
      const [start, end] = named ?? [match.index, match.index + match[0].length];
      return isValid(text.slice(start, end)) ? [{ kind, start, end }] : [];
    });
}
