import { skeleton, type Skeleton } from './confusables.ts';
import { changedRange, isOneSlipApart } from './distance.ts';

/** A character that stands where another belongs. Offsets are UTF-16 units of the name that was written. */
export interface Difference {
  /** Which character of the name it is, as people count, from one. */
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly expected: string;
  readonly kind: DifferenceKind;
}
export type DifferenceKind =
  'cyrillic' | 'greek' | 'accent' | 'digit' | 'capital' | 'pair' | 'letter' | 'foreign';

/** How a written name is like one of ours. */
export type Resemblance =
  | { readonly kind: 'same' }
  /** Ours is in it letter for letter, with something added. */
  | { readonly kind: 'contains'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'lookalike';
      readonly differences: readonly Difference[];
      /** Whether something stands before or after what looks like ours. */
      readonly isPart: boolean;
    }
  | { readonly kind: 'typo'; readonly start: number; readonly end: number };

/** Shorter names are near too many ordinary words to be taken for ours when only part of a word, or with a slip. */
const DISTINCTIVE = 5;

/** @param ours lower case */
export function resemblance(written: string, ours: string): Resemblance | undefined {
  const lower = written.toLowerCase();
  if (lower === ours) return { kind: 'same' };
  if (ours.length < DISTINCTIVE) return shortResemblance(written, ours);
  const at = lower.length === written.length ? lower.indexOf(ours) : -1;
  if (at >= 0) return { kind: 'contains', start: at, end: at + ours.length };
  return (
    lookalikePart(written, ours, true) ??
    lookalikePart(written, ours, false) ??
    typo(written, ours) ??
    partsWithTypo(written, ours)
  );
}

/** A name of three or four letters counts only as a whole, or as a word between hyphens. */
function shortResemblance(written: string, ours: string): Resemblance | undefined {
  for (const { text, start } of parts(written)) {
    if (text.toLowerCase() === ours) return { kind: 'contains', start, end: start + text.length };
  }
  const found = lookalikePart(written, ours, true);
  return found?.kind === 'lookalike' && !found.isPart ? found : undefined;
}

function lookalikePart(written: string, ours: string, joinsPairs: boolean): Resemblance | undefined {
  const theirs = skeleton(written, joinsPairs);
  const own = skeleton(ours, joinsPairs);
  const at = theirs.text.indexOf(own.text);
  if (at < 0) return undefined;
  const differences = own.sources.flatMap((_, i) => differenceAt(written, theirs, at + i, ours, own, i));
  return { kind: 'lookalike', differences, isPart: theirs.text.length > own.text.length };
}

function differenceAt(
  written: string,
  theirs: Skeleton,
  theirIndex: number,
  ours: string,
  own: Skeleton,
  ownIndex: number,
): Difference[] {
  const { start, end } = theirs.sources[theirIndex]!;
  const source = own.sources[ownIndex]!;
  const found = written.slice(start, end);
  const expected = ours.slice(source.start, source.end);
  if (found.toLowerCase() === expected) return [];
  const position = [...written.slice(0, start)].length + 1;
  return [{ position, start, end, found, expected, kind: kindOf(found) }];
}

function kindOf(found: string): DifferenceKind {
  if (/^[a-z]{2,}$/i.test(found)) return 'pair';
  if (/\p{Script=Cyrillic}/u.test(found)) return 'cyrillic';
  if (/\p{Script=Greek}/u.test(found)) return 'greek';
  if (/^\d$/.test(found)) return 'digit';
  if (/^[A-Z]$/.test(found)) return 'capital';
  if (/^[a-z]$/.test(found)) return 'letter';
  return /^[a-z]\p{M}/iu.test(found.normalize('NFD')) ? 'accent' : 'foreign';
}

function typo(written: string, ours: string): Resemblance | undefined {
  const lower = written.toLowerCase();
  if (lower.length !== written.length) return undefined;
  const joined = lower.replace(/[-_.]/g, '');
  const isSlip =
    isOneSlipApart(lower, ours) ||
    joined === ours ||
    isOneSlipApart(skeleton(written).text, skeleton(ours).text);
  return isSlip ? { kind: 'typo', ...changedRange(ours, lower) } : undefined;
}

/** `firstlnie-support` */
function partsWithTypo(written: string, ours: string): Resemblance | undefined {
  const all = parts(written);
  if (all.length < 2) return undefined;
  for (const { text, start } of all) {
    const found = typo(text, ours);
    if (found?.kind === 'typo') return { kind: 'typo', start: start + found.start, end: start + found.end };
  }
  // "first-line-support"
  const joined = all.map(({ text }) => text.toLowerCase()).join('');
  return joined.includes(ours) ? { kind: 'typo', start: 0, end: written.length } : undefined;
}

function parts(written: string): { readonly text: string; readonly start: number }[] {
  return [...written.matchAll(/[^-_.]+/g)].map(({ 0: text, index }) => ({ text, start: index }));
}
