import type { Edition } from '../core/article/edition.ts';
import { LANGUAGES, type Language } from '../core/article/language.ts';
import type { Embedder } from '../core/retrieval/embedder.ts';
import {
  deserializeIndex,
  vectorCount,
  type KnowledgeIndex,
  type SerializedIndex,
} from '../core/retrieval/knowledgeIndex.ts';
import { manifestSchema, type Manifest } from '../core/retrieval/manifest.ts';
import type { SafetyRules } from '../core/retrieval/safety.ts';
import type { SentenceTransformer } from '../core/retrieval/sentenceTransformer.ts';
import { correctorFor } from '../core/retrieval/corrector.ts';
import { loadStaticModel } from '../core/retrieval/staticModel.ts';
import { unpackVectors, type QuantizedVectors } from '../core/retrieval/vectors.ts';
import type { Download } from './download.ts';
import { loadSafety } from './loadSafety.ts';
import type * as RerankerBundle from './reranker.ts';

/** What there is to answer with; more is added to it as it comes. */
export interface Knowledge {
  readonly manifest: Manifest;
  /** The reader's. */
  readonly language: Language;
  readonly safety: SafetyRules | undefined;
  /** The reader's language first; the others follow. */
  serialized: readonly SerializedIndex[];
  /** Of the same languages in the same order, once the model is there. */
  vectors: readonly Uint8Array<ArrayBuffer>[];
  indexes: readonly KnowledgeIndex[];
  embedder?: Embedder;
  /** Mends typing slips, once the model says which words there are. */
  correct?: (text: string) => string;
  reranker?: { readonly model: SentenceTransformer; readonly units: readonly QuantizedVectors[] };
}

/** The files of each language, the reader's first. */
function filesOf({ manifest, language }: Pick<Knowledge, 'manifest' | 'language'>) {
  const order = [language, ...LANGUAGES.filter((other) => other !== language)];
  return order.flatMap((known) => manifest.languages[known] ?? []);
}

/** Whether the languages beside the reader's are there too. */
export function isWhole(knowledge: Knowledge): boolean {
  return knowledge.serialized.length === filesOf(knowledge).length;
}

/** What a page may ask for in place of what the site publishes. */
export interface Wanted {
  readonly edition: Edition;
  readonly limit: number | undefined;
  readonly threshold: number | undefined;
}

/** Loads what answers by words in the reader's language. */
export async function loadLexical(
  download: Download,
  language: Language,
  { edition, limit, threshold }: Wanted,
): Promise<Knowledge> {
  const published = manifestSchema.parse(await download.json(`knowledge/${edition}.json`));
  const manifest = {
    ...published,
    limit: limit ?? published.limit,
    threshold: threshold ?? published.threshold,
  };
  const [own] = filesOf({ manifest, language });
  const [safety, serialized] = await Promise.all([
    loadSafety(download, manifest),
    Promise.all(
      (own ? [own] : []).map(({ index }) => download.json(`knowledge/${index}`) as Promise<SerializedIndex>),
    ),
  ]);
  const indexes = serialized.map((file) => deserializeIndex(file, undefined));
  return { manifest, language, safety, serialized, vectors: [], indexes };
}

/** Adds the other languages: their words, and their meaning where the model is there. */
export async function loadOthers(download: Download, knowledge: Knowledge): Promise<void> {
  const others = filesOf(knowledge).slice(knowledge.serialized.length);
  const [serialized, vectors] = await Promise.all([
    Promise.all(others.map(({ index }) => download.json(`knowledge/${index}`) as Promise<SerializedIndex>)),
    knowledge.embedder ? vectorsOf(download, others) : [],
  ]);
  extend(knowledge, {
    serialized: [...knowledge.serialized, ...serialized],
    vectors: [...knowledge.vectors, ...vectors],
  });
}

/** Adds the model, and the vectors of the languages that are there. @throws if they cannot be had, or are not of one build */
export async function loadDense(download: Download, knowledge: Knowledge): Promise<void> {
  const { embedder: named } = knowledge.manifest;
  const [embedder, vectors] = await Promise.all([
    loadStaticModel((name) => download.bytes(named.path + name)),
    vectorsOf(download, filesOf(knowledge).slice(0, knowledge.serialized.length)),
  ]);
  if (embedder.id !== named.id) {
    throw new Error(`The index was made by ${named.id}, the model is ${embedder.id}: build the site again.`);
  }
  extend(knowledge, { embedder, vectors });
}

function vectorsOf(
  download: Download,
  files: ReturnType<typeof filesOf>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  return Promise.all(files.map(({ vectors }) => download.bytes(`knowledge/${vectors}`)));
}

/** Adds what was loaded. @throws if it does not fit together: then nothing has changed */
function extend(knowledge: Knowledge, loaded: Partial<Knowledge>): void {
  const { embedder, serialized, vectors, manifest } = { ...knowledge, ...loaded };
  const indexes = serialized.map((file, i) =>
    deserializeIndex(file, vectors[i] && unpackVectors(vectors[i], vectorCount(file), manifest.embedder.dim)),
  );
  Object.assign(knowledge, loaded, { indexes });
  if (embedder) knowledge.correct = correctorFor(indexes, embedder.words);
}

/** Adds a second look by a transformer, where the site has one. @throws if it cannot be had */
export async function loadReranker(kb: string, download: Download, knowledge: Knowledge): Promise<void> {
  const { manifest, indexes } = knowledge;
  const described = manifest.reranker!;
  // Not part of this file: whoever has no transformer on their site should not pay for one.
  const bundle = (await import(`${kb}widget/v1/reranker.js`)) as typeof RerankerBundle;
  const [model, ...vectors] = await Promise.all([
    bundle.loadReranker(kb, described),
    ...filesOf(knowledge).map(({ rerankVectors }) => download.bytes(`knowledge/${rerankVectors}`)),
  ]);
  const units = indexes.map((index, i) => unpackVectors(vectors[i]!, index.units.length, described.dim));
  knowledge.reranker = { model, units };
}

/** Paths of all that answers by words and by meaning. */
export function denseFiles(knowledge: Knowledge): string[] {
  const { embedder, safetyRules } = knowledge.manifest;
  const model = ['config.json', 'tokenizer.json', 'table.i8.bin', 'scales.f32.bin'];
  return [
    `knowledge/${knowledge.manifest.edition}.json`,
    ...(safetyRules === undefined ? [] : [`knowledge/${safetyRules}`]),
    ...model.map((name) => embedder.path + name),
    ...filesOf(knowledge).flatMap((file) =>
      [file.index, file.vectors, file.rerankVectors ?? []].flat().map((name) => `knowledge/${name}`),
    ),
  ];
}
