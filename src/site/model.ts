import * as files from 'node:fs/promises';
import path from 'node:path';
import type { Embedder } from '../core/retrieval/embedder.ts';
import { preferTransformers } from '../core/retrieval/staticTransformers.ts';
import type { Transformers } from '../core/retrieval/transformers.ts';
import { folderIn, type Folder } from '../core/retrieval/tuning/folder.ts';
import { readBackground, siteModel, type SiteWays } from '../core/retrieval/tuning/siteModel.ts';

/** Where tuned models are kept between builds. */
const CACHE = path.resolve('.cache/models');
/** What a browser reads of a model. */
const SERVED = ['config.json', 'tokenizer.json', 'table.i8.bin', 'scales.f32.bin'];

/** The model that a site serves. */
export interface PublishedModel {
  readonly embedder: Embedder;
  /** Names the folder it is served from. */
  readonly key: string;
  /** The files a browser reads, by name. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Messages that no article answers. */
  readonly offTopic: readonly string[];
}

/**
 * The static model, tuned to how people put this site's problems, by transformers.js.
 * @param modelPath folder of the base model below `public/`
 */
export async function loadPublishedModel(modelPath: string, ways: SiteWays): Promise<PublishedModel> {
  const base = folderAt(path.resolve('public', modelPath));
  const print = (line: string): void => console.log(line);
  const { key } = await siteModel(base.readFile, ways, (name) => folderAt(path.join(CACHE, name)), print);
  const folder = path.join(CACHE, key);
  const { readFile: read } = folderAt(folder);
  const served = await Promise.all(
    SERVED.map(async (name) => [name, new Uint8Array(await read(name))] as const),
  );
  return {
    embedder: await preferTransformers({ folder, readFile: read }, importTransformers, (line) =>
      console.warn(line),
    ),
    key,
    files: new Map(served),
    offTopic: (await readBackground(base.readFile)).offTopic.flat(),
  };
}

/** transformers.js for Node, loaded when it is first needed: it brings a native runtime. */
export function importTransformers(): Promise<Transformers> {
  return import('@huggingface/transformers');
}

function folderAt(folder: string): Folder {
  return folderIn(files, folder);
}
