import { getCollection } from 'astro:content';
import { brotliCompressSync, constants } from 'node:zlib';
import { config } from '../config.ts';
import { toArticle, type Article } from '../core/article/article.ts';
import { belongsTo, EDITIONS, type Edition } from '../core/article/edition.ts';
import { LANGUAGES } from '../core/article/language.ts';
import { frontMatterSchema } from '../core/article/schema.ts';
import { shortHash } from '../core/article/sourceHash.ts';
import {
  buildKnowledgeIndex,
  INDEX_VERSION,
  serializeIndex,
  vectorsOf,
} from '../core/retrieval/knowledgeIndex.ts';
import type { Manifest } from '../core/retrieval/manifest.ts';
import { waysOf } from '../core/retrieval/tuning/siteModel.ts';
import { unitsOf } from '../core/retrieval/unit.ts';
import { packVectors, quantize } from '../core/retrieval/vectors.ts';
import { loadPublishedModel } from './model.ts';
import { publishedSafety } from './safety.ts';
import { configuredTransformer } from './transformer.ts';

/** A file of `knowledge/` as it is served. */
export interface KnowledgeFile {
  readonly name: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/**
 * Everything below `knowledge/`: for each edition that this build may hold, a manifest and one index a language. Made
 * from the collection that the pages are made from, so that the two cannot disagree.
 */
export async function knowledgeFiles(building: Edition): Promise<KnowledgeFile[]> {
  const entries = (await getCollection('docs')).map(({ id, data, body }) => ({
    id,
    body: body ?? '',
    frontMatter: frontMatterSchema.parse(data),
  }));
  const phrasings = new Map((await getCollection('phrasings')).map(({ id, data }) => [id, data]));

  const articlesOf = (edition: Edition): Article[] =>
    entries
      .filter(({ frontMatter }) => belongsTo(edition, frontMatter.audience))
      .map((entry) => toArticle(entry, config.variables));
  const {
    embedder,
    key,
    files: served,
    offTopic,
  } = await loadPublishedModel(`models/${config.model}/`, waysOf(articlesOf(building), phrasings));
  const transformer = await configuredTransformer();

  const files: KnowledgeFile[] = [
    ...[...served].map(([name, body]) => ({ name: `${key}/${name}`, body })),
    ...[...(transformer?.files ?? [])].map(([name, body]) => ({
      name: name.replace(/^knowledge\//, ''),
      body: body as Uint8Array<ArrayBuffer>,
    })),
  ];
  // The internal build holds the public index too: the widget there suggests what customers can read.
  for (const edition of EDITIONS.filter((known) => belongsTo(building, known))) {
    const articles = articlesOf(edition);
    const languages: Manifest['languages'] = {};
    const dense = [...served.values()];
    for (const language of LANGUAGES) {
      const own = articles.filter((article) => article.language === language);
      const index = await buildKnowledgeIndex(language, own, phrasings, embedder, offTopic);
      const json = JSON.stringify(serializeIndex(index, embedder));
      const packed = packVectors(vectorsOf(index));
      const names = {
        index: `${edition}.${language}.${shortHash(json)}.json`,
        vectors: `${edition}.${language}.${shortHash(packed)}.bin`,
      };
      files.push({ name: names.index, body: json }, { name: names.vectors, body: packed });
      dense.push(packed);
      languages[language] = names;
      if (!transformer) continue;
      const texts = unitsOf(own, phrasings).map(({ text }) => text);
      const second = packVectors(quantize(await transformer.embed(texts, 'passage'), transformer.dim));
      const rerankVectors = `${edition}.${language}.${shortHash(second)}.bin`;
      files.push({ name: rerankVectors, body: second });
      languages[language] = { ...names, rerankVectors };
    }
    const safety = JSON.stringify(await publishedSafety(new Set(articles.map(({ slug }) => slug))));
    const safetyRules = `${edition}.safety.${shortHash(safety)}.json`;
    files.push({ name: safetyRules, body: safety });
    const { id, dim } = embedder;
    const manifest: Manifest = {
      version: INDEX_VERSION,
      edition,
      embedder: { id, dim, path: `knowledge/${key}/` },
      ...(transformer && { reranker: transformer.reranker }),
      languages,
      safetyRules,
      dense: sizesOf(dense),
      ...config.suggestions,
    };
    files.push({ name: `${edition}.json`, body: JSON.stringify(manifest) });
  }
  return files;
}

/** As a host serves them: a quick level of compression is a few per cent from its best. */
function sizesOf(files: readonly Uint8Array[]): Manifest['dense'] {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  return {
    bytes: files.reduce((sum, { length }) => sum + length, 0),
    served: files.reduce((sum, file) => sum + brotliCompressSync(file, { params }).length, 0),
  };
}
