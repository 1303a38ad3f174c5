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
  searchOptions: { tokenize: (query) => query.split(SEPARATOR) },
};
/** Stands in no term. */
const SEPARATOR = ' ';

/** What a person says is at the beginning; a pasted log behind it must not cost seconds. */
const MAX_CHARACTERS = 2_000;
/** A ticket's rarest terms say what it is about; the others cost time and change nothing. */
const MAX_TERMS = 24;

export type SerializedLexicalIndex = AsPlainObject;

/** BM25+ over numbered texts, by MiniSearch. */
export interface LexicalIndex {
  readonly search: MiniSearch<Document>;
  /** In how many texts each term occurs. */
  readonly frequencies: ReadonlyMap<string, number>;
}

export function buildLexicalIndex(texts: readonly string[]): LexicalIndex {
  const search = new MiniSearch(OPTIONS);
  search.addAll(texts.map((text, id) => ({ id, text })));
  return { search, frequencies: frequenciesOf(search.toJSON()) };
}

export function loadLexicalIndex(serialized: SerializedLexicalIndex): LexicalIndex {
  return { search: MiniSearch.loadJS(serialized, OPTIONS), frequencies: frequenciesOf(serialized) };
}

/** The BM25 score of every text that shares a term with the query, by the text's number. */
export function lexicalScores({ search, frequencies }: LexicalIndex, query: string): Map<number, number> {
  const known = [...new Set(termsOf(query.slice(0, MAX_CHARACTERS)))].filter((term) => frequencies.has(term));
  const rarest = known.sort((a, b) => frequencies.get(a)! - frequencies.get(b)!).slice(0, MAX_TERMS);
  if (rarest.length === 0) return new Map();
  return new Map(search.search(rarest.join(SEPARATOR)).map((hit) => [hit.id as number, hit.score]));
}

/** MiniSearch keeps, for each term, the texts of each field it occurs in; we have one field. */
function frequenciesOf({ index }: SerializedLexicalIndex): Map<string, number> {
  return new Map(index.map(([term, fields]) => [term, Object.keys(Object.values(fields)[0] ?? {}).length]));
}
