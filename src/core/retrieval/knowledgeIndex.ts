import type { Article } from '../article/article.ts';
import type { Language } from '../article/language.ts';
import type { Passage } from '../article/passages.ts';
import type { Phrasings } from '../article/schema.ts';
import type { Embedder } from './embedder.ts';
import {
  buildLexicalIndex,
  loadLexicalIndex,
  type LexicalIndex,
  type SerializedLexicalIndex,
} from './lexicalIndex.ts';
import { unitsOf, type Unit } from './unit.ts';
import { quantize, type QuantizedVectors } from './vectors.ts';

export const INDEX_VERSION = 1;

export interface IndexedArticle {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Day of the last review, YYYY-MM-DD. */
  readonly reviewed: string | undefined;
  readonly passages: readonly Passage[];
}

/** Where a unit belongs; its text is not needed once it is indexed. */
export type UnitPlace = Pick<Unit, 'article' | 'kind' | 'passage'>;

/** All there is to search in one language of one edition. */
export interface KnowledgeIndex {
  readonly language: Language;
  readonly articles: readonly IndexedArticle[];
  readonly units: readonly UnitPlace[];
  readonly lexical: LexicalIndex;
  /** One vector a unit; undefined while only the lexical half is there. */
  readonly vectors: QuantizedVectors | undefined;
}

/** The index as a file: JSON, with the vectors in a file beside it. */
export interface SerializedIndex {
  readonly version: number;
  readonly language: Language;
  /** The embedder that made the vectors. */
  readonly embedder: { readonly id: string; readonly dim: number };
  readonly articles: readonly IndexedArticle[];
  readonly units: readonly UnitPlace[];
  readonly lexical: SerializedLexicalIndex;
}

/**
 * Builds the index of one language.
 * @param articles the articles of that language and edition; the caller has left out what the edition may not hold
 */
export async function buildKnowledgeIndex(
  language: Language,
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  embedder: Embedder,
): Promise<KnowledgeIndex> {
  const units = unitsOf(articles, phrasings);
  const texts = units.map((unit) => unit.text);
  return {
    language,
    articles: articles.map(({ slug, frontMatter, passages }) => ({
      slug,
      title: frontMatter.title,
      description: frontMatter.description,
      reviewed: frontMatter.reviewed?.toISOString().slice(0, 10),
      passages,
    })),
    units: units.map(({ text: _, ...place }) => place),
    lexical: buildLexicalIndex(texts),
    vectors: quantize(await embedder.embed(texts), embedder.dim),
  };
}

export function serializeIndex(
  index: KnowledgeIndex,
  embedder: Pick<Embedder, 'id' | 'dim'>,
): SerializedIndex {
  const { language, articles, units, lexical } = index;
  const { id, dim } = embedder;
  return {
    version: INDEX_VERSION,
    language,
    embedder: { id, dim },
    articles,
    units,
    lexical: lexical.toJSON(),
  };
}

/** @throws Error if the file is of another version of Firstline. */
export function deserializeIndex(
  file: SerializedIndex,
  vectors: QuantizedVectors | undefined,
): KnowledgeIndex {
  if (file.version !== INDEX_VERSION) {
    throw new Error(
      `The index has version ${file.version}, expected ${INDEX_VERSION}: build the site again.`,
    );
  }
  const { language, articles, units, lexical } = file;
  return { language, articles, units, lexical: loadLexicalIndex(lexical), vectors };
}
