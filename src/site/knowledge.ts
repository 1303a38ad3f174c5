import { getCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../config.ts';
import { toArticle } from '../core/article/article.ts';
import { belongsTo, EDITIONS, type Edition } from '../core/article/edition.ts';
import { LANGUAGES } from '../core/article/language.ts';
import { frontMatterSchema } from '../core/article/schema.ts';
import { shortHash } from '../core/article/sourceHash.ts';
import { buildKnowledgeIndex, INDEX_VERSION, serializeIndex } from '../core/retrieval/knowledgeIndex.ts';
import type { Manifest } from '../core/retrieval/manifest.ts';
import { loadStaticModel } from '../core/retrieval/staticModel.ts';
import { packVectors } from '../core/retrieval/vectors.ts';

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
  const modelPath = `models/${config.model}/`;
  const model = await loadStaticModel((file) => readFile(path.resolve('public', modelPath, file)));
  const entries = (await getCollection('docs')).map(({ id, data, body }) => ({
    id,
    body: body ?? '',
    frontMatter: frontMatterSchema.parse(data),
  }));
  const phrasings = new Map((await getCollection('phrasings')).map(({ id, data }) => [id, data]));

  const files: KnowledgeFile[] = [];
  // The internal build holds the public index too: the widget there suggests what customers can read.
  for (const edition of EDITIONS.filter((known) => belongsTo(building, known))) {
    const articles = entries
      .filter(({ frontMatter }) => belongsTo(edition, frontMatter.audience))
      .map((entry) => toArticle(entry, config.variables));
    const languages: Record<string, { index: string; vectors: string }> = {};
    for (const language of LANGUAGES) {
      const own = articles.filter((article) => article.language === language);
      const index = await buildKnowledgeIndex(language, own, phrasings, model);
      const json = JSON.stringify(serializeIndex(index, model));
      const packed = packVectors(index.vectors!);
      const names = {
        index: `${edition}.${language}.${shortHash(json)}.json`,
        vectors: `${edition}.${language}.${shortHash(packed)}.bin`,
      };
      files.push({ name: names.index, body: json }, { name: names.vectors, body: packed });
      languages[language] = names;
    }
    const { id, dim } = model;
    const manifest: Manifest = {
      version: INDEX_VERSION,
      edition,
      embedder: { id, dim, path: modelPath },
      languages,
      ...config.suggestions,
    };
    files.push({ name: `${edition}.json`, body: JSON.stringify(manifest) });
  }
  return files;
}
