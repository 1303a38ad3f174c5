import type { Article } from '../article/article.ts';
import { detectLanguage, type Language } from '../article/language.ts';
import type { Passage } from '../article/passages.ts';
import type { Phrasings } from '../article/schema.ts';
import { spread } from '../spread.ts';
import type { Embedder } from './embedder.ts';
import {
  buildLexicalIndex,
  loadLexicalIndex,
  type LexicalIndex,
  type SerializedLexicalIndex,
} from './lexicalIndex.ts';
import { trainClassifier } from './tuning/trainClassifier.ts';
import { unitsOf, waysTo, type Unit } from './unit.ts';
import {
  BACKGROUND_STEP,
  INDEX_STEP,
  joinVectors,
  quantize,
  splitVectors,
  type QuantizedVectors,
} from './vectors.ts';
import {
  deserializeClassifier,
  serializeClassifier,
  type SerializedClassifier,
  type WordClassifier,
} from './wordClassifier.ts';

export const INDEX_VERSION = 6;

/** More tell no better, and cost bytes and time; the classifier of words learns from all. */
const MOST_BACKGROUND = 2_000;

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
  /** What else people write in this language: a text nearer to it than to any article has no answer here. */
  readonly background: QuantizedVectors | undefined;
  /** What words say about which article answers, and whether any does. */
  readonly words: WordClassifier;
}

/** The index as a file: JSON, with the vectors in a file beside it. */
export interface SerializedIndex {
  readonly version: number;
  readonly language: Language;
  /** The embedder that made the vectors. */
  readonly embedder: { readonly id: string; readonly dim: number };
  readonly articles: readonly IndexedArticle[];
  readonly units: readonly UnitPlace[];
  /** Background vectors, which follow the units' in the file of vectors. */
  readonly background: number;
  readonly lexical: SerializedLexicalIndex;
  readonly words: SerializedClassifier;
}

/** How many vectors the file beside an index holds. */
export function vectorCount({ units, background }: Pick<SerializedIndex, 'units' | 'background'>): number {
  return units.length + background;
}

/**
 * Builds the index of one language.
 * @param articles the articles of that language and edition; the caller has left out what the edition may not hold
 * @param offTopic messages that no article answers, in any language; those of this language become its background
 */
export async function buildKnowledgeIndex(
  language: Language,
  articles: readonly Article[],
  phrasings: ReadonlyMap<string, Phrasings>,
  embedder: Embedder,
  offTopic: readonly string[],
): Promise<KnowledgeIndex> {
  const units = unitsOf(articles, phrasings);
  const texts = units.map((unit) => unit.text);
  const foreign = offTopic.filter((text) => isIn(language, text));
  const background = spread(foreign, MOST_BACKGROUND);
  const ways = articles.map((article) => waysTo(article, phrasings.get(article.slug), language));
  const lexical = buildLexicalIndex(texts);
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
    lexical,
    vectors: quantize(await embedder.embed(texts), embedder.dim, INDEX_STEP),
    background: quantize(await embedder.embed(background), embedder.dim, BACKGROUND_STEP),
    words: trainClassifier(ways, foreign),
  };
}

/** Other languages' messages (a form gets them too) are kept with the English. */
function isIn(language: Language, text: string): boolean {
  return (detectLanguage(text) === 'zh-CN') === (language === 'zh-CN');
}

/** All vectors of an index, the units' first, as its file holds them. @throws Error if it has none */
export function vectorsOf({ vectors, background, language }: KnowledgeIndex): QuantizedVectors {
  if (!vectors || !background) throw new Error(`The ${language} index has no vectors yet.`);
  return joinVectors(vectors, background);
}

export function serializeIndex(
  index: KnowledgeIndex,
  embedder: Pick<Embedder, 'id' | 'dim'>,
): SerializedIndex {
  const { language, articles, units, lexical, background, words } = index;
  const { id, dim } = embedder;
  return {
    version: INDEX_VERSION,
    language,
    embedder: { id, dim },
    articles,
    units,
    background: background?.scales.length ?? 0,
    lexical: lexical.serialized,
    words: serializeClassifier(words),
  };
}

/**
 * @param vectors all vectors of its file, or undefined to search by words alone
 * @throws Error if the file is of another version of Firstline
 */
export function deserializeIndex(
  file: SerializedIndex,
  vectors: QuantizedVectors | undefined,
): KnowledgeIndex {
  if (file.version !== INDEX_VERSION) {
    throw new Error(
      `The index has version ${file.version}, expected ${INDEX_VERSION}: build the site again.`,
    );
  }
  const { language, articles, units } = file;
  const lexical = loadLexicalIndex(file.lexical);
  const words = deserializeClassifier(file.words);
  const [own, background] = vectors ? splitVectors(vectors, units.length) : [];
  return { language, articles, units, lexical, vectors: own, background, words };
}
