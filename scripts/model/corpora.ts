import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../lib/commandLine.ts';

/** Two texts that belong together, and the project they come from. */
export interface TextPair {
  readonly source: string;
  readonly a: string;
  readonly b: string;
}

/** What the base model is trained on, besides the phrasebook. */
export interface Corpora {
  /** English and Chinese sentences that mean the same. */
  readonly translations: readonly TextPair[];
  /** Words and their glosses. */
  readonly dictionary: readonly TextPair[];
  /** A heading and the paragraph under it, in one language. */
  readonly headings: readonly TextPair[];
  /** Paragraphs that follow one another. */
  readonly neighbours: readonly TextPair[];
  /** Utterances by their intent. */
  readonly intents: ReadonlyMap<string, readonly string[]>;
}

const DICTIONARIES = new Set(['cc-cedict', 'ecdict_subset']);
/** Nothing longer is read: a vector is the mean of its first tokens anyway. */
const MAX_CHARACTERS = 1_200;

/** Reads the three files of a corpora folder; never its `eval/`. @throws UsageError if one is missing */
export async function readCorpora(folder: string): Promise<Corpora> {
  const corpora = {
    translations: [] as TextPair[],
    dictionary: [] as TextPair[],
    headings: [] as TextPair[],
    neighbours: [] as TextPair[],
    intents: new Map<string, string[]>(),
  };
  await eachRow(path.join(folder, 'parallel.tsv.gz'), ([source = '', a = '', b = '']) => {
    (DICTIONARIES.has(source) ? corpora.dictionary : corpora.translations).push({ source, a, b });
  });
  await eachRow(path.join(folder, 'docs_pairs.tsv.gz'), ([kind, source = '', a = '', b = '']) => {
    (kind === 'doc' ? corpora.headings : corpora.neighbours).push({ source, a, b });
  });
  await eachRow(path.join(folder, 'intents_en.tsv.gz'), ([source = '', intent = '', text = '']) => {
    const key = `${source}/${intent}`;
    corpora.intents.set(key, [...(corpora.intents.get(key) ?? []), text]);
  });
  return corpora;
}

async function eachRow(file: string, use: (columns: readonly string[]) => void): Promise<void> {
  if (!existsSync(file))
    throw new UsageError(`${file} is not there: --corpora wants the folder that holds it.`);
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  for await (const line of lines) {
    const columns = line.split('\t').map((column) => column.slice(0, MAX_CHARACTERS));
    if (columns.length >= 3 && columns.every((column) => column !== '')) use(columns);
  }
}
