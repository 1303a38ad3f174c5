import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { termsOf } from './terms.ts';

interface Document {
  readonly id: number;
  readonly text: string;
}

const OPTIONS: Options<Document> = { fields: ['text'], tokenize: termsOf, processTerm: (term) => term };

/** What a person says is at the beginning; a pasted log behind it must not cost seconds. */
const MAX_CHARACTERS = 2_000;
/** A ticket's rarest terms say what it is about; the others cost time and change nothing. */
const MAX_TERMS = 24;
/** Parameters of BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011), as MiniSearch sets them. */
const [K, B, DELTA] = [1.2, 0.7, 0.5];

export type SerializedLexicalIndex = AsPlainObject;

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
  /** The index as MiniSearch built it, and as it is served. */
  readonly serialized: SerializedLexicalIndex;
}

/** Builds an index with MiniSearch. */
export function buildLexicalIndex(texts: readonly string[]): LexicalIndex {
  const search = new MiniSearch(OPTIONS);
  search.addAll(texts.map((text, id) => ({ id, text })));
  return loadLexicalIndex(search.toJSON());
}

/**
 * Reads MiniSearch's postings. Weights are computed once, here: MiniSearch does so for each query, and makes an object of
 * each hit, which at 10,000 texts takes ten times as long.
 */
export function loadLexicalIndex(serialized: SerializedLexicalIndex): LexicalIndex {
  const { index, documentIds, fieldLength, averageFieldLength, documentCount } = serialized;
  const postings = new Map<string, Posting>();
  for (const [term, fields] of index) {
    // One field is all we have.
    const entries = Object.entries(Object.values(fields)[0] ?? {});
    const rarity = Math.log(1 + (documentCount - entries.length + 0.5) / (entries.length + 0.5));
    const weights = entries.map(([id, frequency]) => {
      const length = (fieldLength[id]?.[0] ?? 0) / (averageFieldLength[0] ?? 1);
      return rarity * (DELTA + (frequency * (K + 1)) / (frequency + K * (1 - B + B * length)));
    });
    postings.set(term, {
      texts: Uint32Array.from(entries, ([id]) => Number(documentIds[id])),
      weights: Float64Array.from(weights),
    });
  }
  return { postings, count: documentCount, serialized };
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
