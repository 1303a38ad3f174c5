import { fold } from './fold.ts';
import type { Finding, FindingKind } from './secret.ts';

/** A finder that can be given the form of the text it looks at, where somebody has made it already. */
export type PatternFinder<Kind extends FindingKind> = (text: string, prepared?: string) => Finding<Kind>[];

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
): PatternFinder<Kind> {
  // Nearly every text has nothing of a kind: to ask whether it does costs a fraction of looking where.
  const probe = new RegExp(pattern.source, pattern.flags.replace(/[dg]/g, ''));
  return (text, prepared = prepare(text)) => {
    if (!probe.test(prepared)) return [];
    return [...prepared.matchAll(pattern)].flatMap((match) => {
      const named = Object.values(match.indices?.groups ?? {}).find((indices) => indices !== undefined);
      const [start, end] = named ?? [match.index, match.index + match[0].length];
      return isValid(text.slice(start, end)) ? [{ kind, start, end }] : [];
    });
  };
}

/** A finder that is asked only where a text has a sign without which it finds nothing: to look for that costs far less. */
export function whereThereIs<Kind extends FindingKind>(
  sign: RegExp,
  find: PatternFinder<Kind>,
): PatternFinder<Kind> {
  return (text, prepared = fold(text)) => (sign.test(prepared) ? find(text, prepared) : []);
}

/** Most texts have no digit, and what needs one need not be tried at every letter of them. */
export function withDigits<Kind extends FindingKind>(find: PatternFinder<Kind>): PatternFinder<Kind> {
  return whereThereIs(/\d/, find);
}

/** All that some finders find, in their order, in a text that is folded once for all of them. */
export function inTurn<Kind extends FindingKind>(
  finders: readonly PatternFinder<Kind>[],
): PatternFinder<Kind> {
  return (text, folded = fold(text)) => finders.flatMap((find) => find(text, folded));
}
