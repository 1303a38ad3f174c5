import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { termsOf } from './terms.ts';

interface Document {
  readonly id: number;
  readonly text: string;
}

const OPTIONS: Options<Document> = {
  fields: ['text'],
  tokenize: termsOf,
  processTerm: (term) => term,
  searchOptions: {
    // Typing slips: one edit in five letters, never in Chinese pairs or short words; what is longer than any word is none.
    fuzzy: (term) => (/^[a-z]{5,20}$/.test(term) ? 0.2 : false),
    weights: { fuzzy: 0.4, prefix: 0.3 },
  },
};

/** What a person says is at the beginning; a pasted log behind it must not cost seconds. */
const MAX_CHARACTERS = 2_000;

/** BM25+ over numbered texts, by MiniSearch. */
export type LexicalIndex = MiniSearch<Document>;
export type SerializedLexicalIndex = AsPlainObject;

export function buildLexicalIndex(texts: readonly string[]): LexicalIndex {
  const index = new MiniSearch(OPTIONS);
  index.addAll(texts.map((text, id) => ({ id, text })));
  return index;
}

export function loadLexicalIndex(serialized: SerializedLexicalIndex): LexicalIndex {
  return MiniSearch.loadJS(serialized, OPTIONS);
}

/** The BM25 score of every text that shares a term with the query, by the text's number. */
export function lexicalScores(index: LexicalIndex, query: string): Map<number, number> {
  return new Map(index.search(query.slice(0, MAX_CHARACTERS)).map((hit) => [hit.id as number, hit.score]));
}
