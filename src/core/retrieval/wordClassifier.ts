import { termsOf } from './terms.ts';

/**
 * What the words of a text say about which article answers it, and whether any does: a multinomial logistic regression over
 * terms (Nigam, Lafferty, McCallum, "Using maximum entropy for text classification", 1999), learned from how people put each
 * problem and from messages that no article answers (`tuning/trainClassifier.ts`). It knows what nearness does not: that
 * "limit" alone is undecided, and "limit" with "card" is not.
 */
export interface WordClassifier {
  readonly terms: TermCounts;
  /** The articles it has learned, by their position in the index. */
  readonly articles: readonly number[];
  /** Term after term, a weight for each of `articles` and for none of them, in steps of `WEIGHT_STEP`. */
  readonly weights: Int8Array;
  /** The same for a text without any known term, in natural logarithms of odds. */
  readonly biases: readonly number[];
}

/** The terms that count, with their numbers, and how rare they are. */
export interface TermCounts {
  /** Texts that were learned. */
  readonly texts: number;
  /** By term: its row of weights, and in how many of the texts it stands. */
  readonly rows: ReadonlyMap<string, { readonly row: number; readonly count: number }>;
}

/** The same, as it is served. */
export interface SerializedClassifier {
  readonly texts: number;
  /** In order, with a space between. */
  readonly terms: string;
  readonly counts: readonly number[];
  readonly articles: readonly number[];
  /** A character a weight, see `LETTER`, article after article: most are the same one, and compress to nothing. */
  readonly weights: string;
  readonly biases: readonly number[];
}

/** What the words of a text say, as logits. */
export interface WordEvidence {
  /** By position of an article in the index; 0 for one that was not learned. */
  readonly articles: Float64Array;
  /** That no article answers. */
  readonly none: number;
}

/** Finer steps find nothing more, and cost half as many bytes again. */
export const WEIGHT_STEP = 0.5;
/** The character of the weight 0; none that is in use needs an escape in JSON. */
const LETTER = 64;
export const LARGEST_WEIGHT = 27;
/** What a person says is at the beginning. */
const MAX_CHARACTERS = 2_000;

/** A term of a text and what it counts for there. */
export interface WeighedTerm {
  /** Its row of weights; undefined if it is not known. */
  readonly row: number | undefined;
  /** At most 1; the squares of a text's terms, the unknown ones included, add up to 1. */
  readonly value: number;
}

/** Terms of fewer texts are chance. */
const FEWEST_TEXTS = 3;

/** In how many of some texts each term stands, in order of the terms. */
export function countTerms(texts: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(termsOf(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST_TEXTS).sort(([a], [b]) => (a < b ? -1 : 1));
  return { texts: texts.length, rows: new Map(kept.map(([term, count], row) => [term, { row, count }])) };
}

/** The terms of a text by how rare they are (tf-idf, with both as logarithms). */
export function weighedTerms(text: string, { texts, rows }: TermCounts): WeighedTerm[] {
  const frequencies = new Map<string, number>();
  for (const term of termsOf(text.slice(0, MAX_CHARACTERS)))
    frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  let squares = 0;
  const weighed = Array.from(frequencies, ([term, frequency]) => {
    const known = rows.get(term);
    const rarity = Math.log(Math.max(1, texts) / (known?.count ?? 1)) + 1;
    const value = (1 + Math.log(frequency)) * rarity;
    squares += value * value;
    return { row: known?.row, value };
  });
  const length = Math.sqrt(squares) || 1;
  return weighed.map(({ row, value }) => ({ row, value: value / length }));
}

/** @param articles how many there are in the index */
export function wordEvidence(text: string, classifier: WordClassifier, articles: number): WordEvidence {
  const { terms, weights, biases } = classifier;
  const classes = biases.length;
  const logits = Float64Array.from(biases);
  for (const { row, value } of weighedTerms(text, terms)) {
    if (row === undefined) continue;
    for (let i = 0; i < classes; i++) logits[i]! += value * WEIGHT_STEP * weights[row * classes + i]!;
  }
  const evidence = new Float64Array(articles);
  classifier.articles.forEach((article, i) => (evidence[article] = logits[i]!));
  return { articles: evidence, none: logits[classes - 1] ?? 0 };
}

export function serializeClassifier({
  terms,
  articles,
  weights,
  biases,
}: WordClassifier): SerializedClassifier {
  const known = [...terms.rows].sort(([, a], [, b]) => a.row - b.row);
  const letters = biases.map((_, i) =>
    // One by one: as arguments of one call, the terms of a large site would be too many.
    known.map(([, { row }]) => String.fromCharCode(LETTER + weights[row * biases.length + i]!)).join(''),
  );
  return {
    texts: terms.texts,
    terms: known.map(([term]) => term).join(' '),
    counts: known.map(([, { count }]) => count),
    articles,
    weights: letters.join(''),
    biases,
  };
}

export function deserializeClassifier(file: SerializedClassifier): WordClassifier {
  const { texts, counts, articles, biases } = file;
  const names = file.terms === '' ? [] : file.terms.split(' ');
  const rows = new Map(names.map((term, row) => [term, { row, count: counts[row] ?? 0 }]));
  const weights = new Int8Array(rows.size * biases.length);
  for (let i = 0; i < biases.length; i++)
    for (let row = 0; row < rows.size; row++)
      weights[row * biases.length + i] = file.weights.charCodeAt(i * rows.size + row) - LETTER;
  return { terms: { texts, rows }, articles, weights, biases };
}
