import { termsOf } from '../retrieval/terms.ts';

/** Texts at least this alike (Jaccard similarity of their shingles, 0 to 1) are one text sent twice. */
export const DUPLICATE_SIMILARITY = 0.6;
/** Terms a shingle: two keep the order of words without making a typo cost much. */
const SHINGLE_TERMS = 2;
/** Texts of fewer shingles are too short to be alike by accident of wording: only equal ones are duplicates. */
const FEWEST_SHINGLES = 5;

/**
 * For each text the position of the earliest original it repeats, or its own position. An original repeats nothing,
 * so that a chain of small changes does not swallow a whole problem. Texts without a term are never duplicates.
 *
 * Exact, by the prefix filter of Chaudhuri et al. ("A primitive operator for similarity joins", 2006) and Bayardo et
 * al. ("Scaling up all pairs similarity search", 2007): of two sets that alike, the rarest elements must meet, so
 * only those are looked up. Near-linear for texts that are mostly different.
 */
export function nearDuplicates(texts: readonly string[], similarity = DUPLICATE_SIMILARITY): number[] {
  const sets = texts.map(shinglesOf);
  const frequency = new Map<string, number>();
  for (const set of sets)
    for (const shingle of set) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const rarity = (a: string, b: string): number => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1);
  const originalsByShingle = new Map<string, number[]>();
  return sets.map((set, position) => {
    if (set.size === 0) return position;
    const needed = set.size < FEWEST_SHINGLES ? 1 : similarity;
    const rarest = [...set].sort(rarity).slice(0, set.size - Math.ceil(needed * set.size) + 1);
    const candidates = new Set(rarest.flatMap((shingle) => originalsByShingle.get(shingle) ?? []));
    const original = [...candidates]
      .sort((a, b) => a - b)
      .find(
        (candidate) =>
          jaccard(set, sets[candidate]!) >= Math.max(needed, neededBy(sets[candidate]!, similarity)),
      );
    if (original !== undefined) return original;
    for (const shingle of rarest) {
      const originals = originalsByShingle.get(shingle);
      if (originals) originals.push(position);
      else originalsByShingle.set(shingle, [position]);
    }
    return position;
  });
}

/** What tells one person's second mail about one problem. */
export interface Sent {
  readonly text: string;
  readonly person: number | undefined;
  /** Milliseconds since 1970; undefined if unknown. */
  readonly atMs: number | undefined;
}

/** Somebody who writes again within this time, in part in the same words, sends a reminder, not a new problem. */
const RESEND_MS = 3 * 86_400_000;
/** Share of the shorter text's terms that a reminder has in common with the original. */
const RESEND_OVERLAP = 0.25;

/** Like `nearDuplicates`, for reminders: the same requester's next mails, which are rarely the same text. */
export function resends(sent: readonly Sent[]): number[] {
  const originals = new Map<number, number[]>();
  return sent.map(({ text, person, atMs }, position) => {
    if (person === undefined || atMs === undefined) return position;
    const earlier = originals.get(person) ?? [];
    originals.set(person, earlier);
    const terms = new Set(termsOf(text));
    const original = earlier.find((candidate) => {
      const other = sent[candidate]!;
      if (Math.abs(atMs - other.atMs!) > RESEND_MS) return false;
      const others = new Set(termsOf(other.text));
      const overlap = terms.intersection(others).size / Math.max(1, Math.min(terms.size, others.size));
      return overlap >= RESEND_OVERLAP;
    });
    if (original === undefined) earlier.push(position);
    return original ?? position;
  });
}

/** The pairs of neighbouring terms of a text, marked as such at its ends. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const terms = termsOf(text);
  if (terms.length < SHINGLE_TERMS) return new Set(terms);
  return new Set(terms.slice(1).map((term, i) => `${terms[i]!} ${term}`));
}

export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

function neededBy(set: ReadonlySet<string>, similarity: number): number {
  return set.size < FEWEST_SHINGLES ? 1 : similarity;
}
