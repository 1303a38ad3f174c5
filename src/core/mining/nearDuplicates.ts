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
  const sets = rarestFirst(texts.map(shinglesOf));
  const originalsByShingle = new Map<number, number[]>();
  return sets.map((set, position) => {
    if (set.length === 0) return position;
    const needed = neededBy(set, similarity);
    const rarest = set.subarray(0, set.length - Math.ceil(needed * set.length) + 1);
    const candidates = new Set<number>();
    for (const shingle of rarest)
      for (const candidate of originalsByShingle.get(shingle) ?? []) candidates.add(candidate);
    const original = [...candidates]
      .sort((a, b) => a - b)
      .find(
        (candidate) =>
          sharedShare(set, sets[candidate]!) >= Math.max(needed, neededBy(sets[candidate]!, similarity)),
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

/** Sets as the numbers of their elements, ascending: the rarer an element, the lower its number. */
function rarestFirst(sets: readonly ReadonlySet<string>[]): Uint32Array[] {
  const frequency = new Map<string, number>();
  for (const set of sets)
    for (const element of set) frequency.set(element, (frequency.get(element) ?? 0) + 1);
  const byRarity = [...frequency].sort(([, a], [, b]) => a - b);
  const numbers = new Map(byRarity.map(([element], number) => [element, number]));
  return sets.map((set) => Uint32Array.from(set, (element) => numbers.get(element)!).sort());
}

/** The Jaccard similarity of two sets of numbers, ascending. */
function sharedShare(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared / (a.length + b.length - shared);
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
    const original = earlier.find((candidate) => {
      const other = sent[candidate]!;
      if (Math.abs(atMs - other.atMs!) > RESEND_MS) return false;
      const terms = new Set(termsOf(text));
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

function neededBy(set: Uint32Array, similarity: number): number {
  return set.length < FEWEST_SHINGLES ? 1 : similarity;
}
