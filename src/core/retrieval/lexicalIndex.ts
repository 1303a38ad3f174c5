import { termsOf } from './terms.ts';

/** What a person says is at the beginning; a pasted log behind it must not cost seconds. */
const MAX_CHARACTERS = 2_000;
/** A ticket's rarest terms say what it is about; the others cost time and change nothing. */
const MAX_TERMS = 24;
/** Parameters of BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011), as MiniSearch sets them. */
const [K, B, DELTA] = [1.2, 0.7, 0.5];

/** The index as it is served. */
export interface SerializedLexicalIndex {
  /** How many different terms each text has. */
  readonly lengths: readonly number[];
  /** All terms in order, with a space between: what is alike stands together, and compresses. */
  readonly terms: string;
  /** How many of the entries are each term's. */
  readonly sizes: readonly number[];
  /**
   * Term after term, the texts that hold it, in order: twice the distance from the text before (the first: from -1), plus
   * one if it holds the term more than once, and then how often.
   */
  readonly entries: readonly number[];
}

/** The texts that hold a term, and what it adds to the score of each. */
interface Posting {
  readonly texts: Uint32Array;
  readonly weights: Float64Array;
}

/** BM25+ over numbered texts. */
export interface LexicalIndex {
  readonly postings: ReadonlyMap<string, Posting>;
  /** Texts in the index. */
  readonly count: number;
  readonly serialized: SerializedLexicalIndex;
}

/**
 * Builds an index. A test holds its scores equal to MiniSearch's, which it replaced: that keeps its terms in a radix tree
 * whose root has a branch for every Chinese character, and looks through them for every term.
 */
export function buildLexicalIndex(texts: readonly string[]): LexicalIndex {
  const lengths: number[] = [];
  const lists = new Map<string, { readonly list: number[]; last: number }>();
  texts.forEach((text, number) => {
    const frequencies = new Map<string, number>();
    for (const term of termsOf(text)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    lengths.push(frequencies.size);
    for (const [term, frequency] of frequencies) {
      let known = lists.get(term);
      if (!known) lists.set(term, (known = { list: [], last: -1 }));
      known.list.push((number - known.last) * 2 + (frequency > 1 ? 1 : 0));
      if (frequency > 1) known.list.push(frequency);
      known.last = number;
    }
  });
  const terms = [...lists.keys()].sort();
  return loadLexicalIndex({
    lengths,
    terms: terms.join(' '),
    sizes: terms.map((term) => lists.get(term)!.list.length),
    entries: terms.flatMap((term) => lists.get(term)!.list),
  });
}

/** Reads an index; weights are computed once, here, and not for each query. */
export function loadLexicalIndex(serialized: SerializedLexicalIndex): LexicalIndex {
  const { lengths, sizes, entries } = serialized;
  const count = lengths.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / count;
  const postings = new Map<string, Posting>();
  let start = 0;
  for (const [number, term] of serialized.terms.split(' ').entries()) {
    const end = start + (sizes[number] ?? 0);
    const { texts, frequencies } = unpacked(entries.slice(start, end));
    start = end;
    if (texts.length === 0) continue;
    const rarity = Math.log(1 + (count - texts.length + 0.5) / (texts.length + 0.5));
    const weights = Float64Array.from(texts, (text, i) => {
      const frequency = frequencies[i]!;
      const length = lengths[text]! / mean;
      return rarity * (DELTA + (frequency * (K + 1)) / (frequency + K * (1 - B + B * length)));
    });
    postings.set(term, { texts: Uint32Array.from(texts), weights });
  }
  return { postings, count, serialized };
}

function unpacked(list: readonly number[]): { readonly texts: number[]; readonly frequencies: number[] } {
  const texts: number[] = [];
  const frequencies: number[] = [];
  let text = -1;
  for (let i = 0; i < list.length; i++) {
    const entry = list[i]!;
    text += entry >> 1;
    texts.push(text);
    frequencies.push(entry & 1 ? list[++i]! : 1);
  }
  return { texts, frequencies };
}

/** In how many texts a term occurs. */
export function frequencyOf({ postings }: LexicalIndex, term: string): number {
  return postings.get(term)?.texts.length ?? 0;
}

/**
 * The score of every text for a query, by the text's number: the sum over their common terms, times how many these are,
 * as MiniSearch has it; 0 for a text that shares no term with it.
 */
export function lexicalScores(index: LexicalIndex, query: string): Float64Array {
  const terms = [...new Set(termsOf(query.slice(0, MAX_CHARACTERS)))].filter((term) =>
    index.postings.has(term),
  );
  const rarest = terms.sort((a, b) => frequencyOf(index, a) - frequencyOf(index, b)).slice(0, MAX_TERMS);
  const scores = new Float64Array(index.count);
  const shared = new Uint8Array(index.count);
  for (const term of rarest) {
    const { texts, weights } = index.postings.get(term)!;
    for (let i = 0; i < texts.length; i++) {
      scores[texts[i]!]! += weights[i]!;
      shared[texts[i]!]!++;
    }
  }
  for (let text = 0; text < scores.length; text++) scores[text]! *= shared[text]!;
  return scores;
}
