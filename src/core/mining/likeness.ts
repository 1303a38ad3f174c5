import { comparableText } from '../retrieval/comparableText.ts';
import { DUPLICATE_SIMILARITY, jaccard, shinglesOf } from './nearDuplicates.ts';

/** A text and where it stands. */
export interface Known {
  readonly text: string;
  readonly place: string;
}

/** Finds the one of some texts that another equals, but for case and signs, or shares so many of its shingles with. */
export function likenessFinder(others: readonly Known[]): (text: string) => Known | undefined {
  const byBare = new Map(others.map((other) => [bareText(other.text), other]));
  const shingled = others.map((other) => ({ other, shingles: shinglesOf(other.text) }));
  const byShingle = Map.groupBy(
    shingled.flatMap((entry) => [...entry.shingles].map((shingle) => ({ shingle, entry }))),
    ({ shingle }) => shingle,
  );
  return (text) => {
    const own = shinglesOf(text);
    const sharing = new Set(
      [...own].flatMap((shingle) => byShingle.get(shingle) ?? []).map(({ entry }) => entry),
    );
    const near = [...sharing].find(({ shingles }) => jaccard(own, shingles) >= DUPLICATE_SIMILARITY);
    return byBare.get(bareText(text)) ?? near?.other;
  };
}

/** Letters and digits alone, in comparable form; a text without any stands for itself. */
export function bareText(text: string): string {
  const plain = comparableText(text).toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain.trim();
}
