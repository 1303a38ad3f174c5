import { shortHash } from '../article/sourceHash.ts';
import { transformerFiles, type TransformerChoice } from './embedderChoice.ts';
import type { Reranker } from './manifest.ts';
import { rememberPassages } from './rememberedPassages.ts';
import { loadSentenceTransformer, type SentenceTransformer } from './sentenceTransformer.ts';
import type { Transformers } from './transformers.ts';

const HUB = 'https://huggingface.co/';

/** What opening a model needs of the world; files are named from the project's folder. */
export interface TransformerEffects {
  readonly importTransformers: () => Promise<Transformers>;
  /** A file's content; undefined if it is not there. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
  /** Writes a file whole or not at all, and the folders it lies in. */
  readonly write: (file: string, content: Uint8Array) => Promise<void>;
  /** @throws Error if the answer is not a file */
  readonly download: (url: string) => Promise<Uint8Array>;
  readonly absolute: (folder: string) => string;
  /** Takes one line for the person who builds. */
  readonly say: (line: string) => void;
}

/** A transformer that is there and works. */
export interface OpenTransformer extends SentenceTransformer {
  /** Names weights and settings: vectors made with another one are refused. */
  readonly id: string;
  /** What the site must publish for it beside its own files, by name; empty if it lies below `public/` anyway. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How the site's manifest names it. */
  readonly reranker: Reranker;
}

/**
 * Opens the configured transformer, downloading it first if it comes from the hub and is not here yet. Where that fails,
 * one line says why and what is done instead: a site without it is complete.
 */
export async function openTransformer(
  choice: TransformerChoice,
  effects: TransformerEffects,
): Promise<OpenTransformer | undefined> {
  try {
    return await open(choice, effects);
  } catch (error) {
    const reason = reasonOf(error);
    effects.say(
      `The transformer ${choice.model} cannot be used (${reason}): suggestions come from the static model alone.`,
    );
    return undefined;
  }
}

async function open(choice: TransformerChoice, effects: TransformerEffects): Promise<OpenTransformer> {
  const folder = folderOf(choice);
  const files = new Map<string, Uint8Array>();
  for (const name of transformerFiles(choice.dtype)) {
    const content =
      (await effects.read(`${folder}/${name}`)) ?? (await fetchFile(choice, folder, name, effects));
    files.set(name, content);
  }
  const { queryPrefix, passagePrefix, pooling, dtype, maxTokens } = choice;
  const settings = { queryPrefix, passagePrefix, pooling, dtype, maxTokens };
  const hash = shortHash(JSON.stringify([settings, ...[...files.values()].map(shortHash)]));
  const model = await loadSentenceTransformer(
    await effects.importTransformers(),
    effects.absolute(folder),
    settings,
  );
  const id = `${choice.model}@${hash}`;
  const isPublished = choice.source === 'local';
  const path = isPublished ? `${choice.path}/` : `knowledge/model/${hash}/`;
  return {
    ...rememberPassages(model),
    id,
    files: isPublished ? new Map() : new Map([...files].map(([name, content]) => [path + name, content])),
    reranker: { id, dim: model.dim, path, ...settings },
  };
}

function folderOf(choice: TransformerChoice): string {
  const isFolder = (name: string): boolean => /^[\w.-]+(?:\/[\w.-]+)*$/.test(name) && !name.includes('..');
  if (choice.source === 'local') {
    if (isFolder(choice.path)) return `public/${choice.path}`;
    throw new Error(
      `embedder.path in src/config.ts is "${choice.path}", expected a folder below public/ like models/mine`,
    );
  }
  const { model, revision = 'main' } = choice;
  if (isFolder(model)) return `.cache/models/${model}@${revision.replaceAll('/', '-')}`;
  throw new Error(
    `embedder.model in src/config.ts is "${model}", expected a name of the hub like Xenova/multilingual-e5-small`,
  );
}

async function fetchFile(
  choice: TransformerChoice,
  folder: string,
  name: string,
  { download, write, say }: TransformerEffects,
): Promise<Uint8Array> {
  if (choice.source === 'local') throw new Error(`${folder}/${name} is not there`);
  const { model, revision = 'main', host = HUB } = choice;
  const url = `${host}${model}/resolve/${encodeURIComponent(revision)}/${name}`;
  if (name.endsWith('.onnx')) say(`Downloading ${url}; later builds find it in ${folder}.`);
  const content = await download(url).catch((error: unknown) => {
    throw new Error(`${url}: ${reasonOf(error)}`, { cause: error });
  });
  // A sign-in page or a proxy's apology would otherwise be kept for a model.
  if (content[0] === '<'.charCodeAt(0)) throw new Error(`${url} answered with a web page`);
  await write(`${folder}/${name}`, content);
  return content;
}

/** One line; `fetch failed` hides what happened in its cause, and a host with two addresses in a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (error.message === 'fetch failed' && cause instanceof Error) {
    return cause.message || String((cause as { code?: unknown }).code);
  }
  return error.message.split('\n')[0]!;
}
