import type { Finder, FindingKind } from './secret.ts';

/**
 * Soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors, byte order marks: copied along,
 * never seen.
 */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]+$/u;
const SOME_INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
/** Characters that are their own compatibility form, unless a mark follows: nearly all of most texts. */
const PLAIN = String.raw`(?:[\n\x20-\x7e\u2014\u2018-\u201d\u3001-\u3011\u4e00-\u9fa5](?!\p{M}))+`;
/** A letter and the marks on it, or the parts of a Korean syllable, are normalised together. */
const CLUSTERS = new RegExp(
  String.raw`(?<plain>${PLAIN})|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\P{M}\p{M}{0,30}|\p{M}`,
  'gu',
);

interface Reading {
  readonly text: string;
  /** For each unit of the reading: where what it was made of begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * A finder that is misled neither by what cannot be seen nor by letters that only look different: it is given the text in
 * the compatibility form NFKC (https://unicode.org/reports/tr15/), in which full-width, circled, bold or half-width signs
 * are plain ones. An invisible character may stand inside a word or between two words, so the text is read both ways.
 * Positions are those of the original.
 */
export function readingLegibly<Kind extends FindingKind>(find: Finder<Kind>): Finder<Kind> {
  return (text) => {
    const hidesSome = SOME_INVISIBLE.test(text);
    if (!hidesSome && text.normalize('NFKC') === text) return find(text);
    const readings = hidesSome ? [read(text, ''), read(text, ' ')] : [read(text, '')];
    return readings.flatMap(({ text: reading, starts, ends }) =>
      find(reading).map(({ kind, start, end }) => ({ kind, start: starts[start]!, end: ends[end - 1]! })),
    );
  };
}

function read(text: string, insteadOfInvisible: string): Reading {
  const starts: number[] = [];
  const ends: number[] = [];
  let reading = '';
  for (const { 0: cluster, index, groups } of text.matchAll(CLUSTERS)) {
    if (groups!.plain !== undefined) {
      reading += cluster;
      for (let at = index; at < index + cluster.length; at++) {
        starts.push(at);
        ends.push(at + 1);
      }
      continue;
    }
    const legible = INVISIBLE.test(cluster) ? insteadOfInvisible : legibly(cluster);
    reading += legible;
    for (let unit = 0; unit < legible.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text: reading, starts, ends };
}

function legibly(cluster: string): string {
  // Nearly always one full-width sign, which is all visible.
  const visible =
    cluster.length === 1 ? cluster : [...cluster].filter((sign) => !INVISIBLE.test(sign)).join('');
  return visible.normalize('NFKC');
}
