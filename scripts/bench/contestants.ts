import MiniSearch from 'minisearch';
import { candidatesFor } from '../../src/core/retrieval/candidates.ts';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import { rank } from '../../src/core/retrieval/fusion.ts';
import type { KnowledgeIndex } from '../../src/core/retrieval/knowledgeIndex.ts';
import { lexicalScores } from '../../src/core/retrieval/lexicalIndex.ts';
import { suggest } from '../../src/core/retrieval/suggest.ts';
import { termsOf } from '../../src/core/retrieval/terms.ts';
import { dotRows } from '../../src/core/retrieval/vectors.ts';
import type { LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';

/** Something that takes time for a query. */
export type Contestant = (query: LabelledQuery) => unknown;

/** What the contestants search. */
export interface Bench {
  readonly texts: readonly string[];
  readonly indexes: readonly KnowledgeIndex[];
  readonly embedder: Embedder;
  /** Mends typing slips. */
  readonly correct: (text: string) => string;
}

/** All that answers a query from beginning to end. */
export function wholePaths({ texts, indexes, embedder, correct }: Bench): Record<string, Contestant> {
  const documents = texts.map((text, id) => ({ id, text }));
  const plain = new MiniSearch({ fields: ['text'] });
  plain.addAll(documents);
  const withTerms = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term });
  withTerms.addAll(documents);
  const options = { threshold: 0, limit: 3 };
  return {
    'ours, whole': async ({ text, language }) => {
      const mended = correct(text);
      const [vector] = await embedder.embed([mended]);
      return suggest(mended, vector, indexes, { ...options, language });
    },
    'ours, words alone': ({ text, language }) => suggest(text, undefined, indexes, { ...options, language }),
    MiniSearch: ({ text }) => plain.search(text),
    'MiniSearch, fuzzy': ({ text }) => plain.search(text, { fuzzy: 0.2 }),
    'MiniSearch, our terms': ({ text }) => withTerms.search(text),
    'MiniSearch, our terms, fuzzy': ({ text }) => withTerms.search(text, { fuzzy: 0.2 }),
  };
}

/** The parts of our path, each called by itself; the last three hold the ones before them. */
export function partsOfOurs({ indexes, embedder, correct }: Bench): Record<string, Contestant> {
  const vectors = new Map<string, Float32Array>();
  const vectorOf = async (text: string): Promise<Float32Array> => {
    const [vector] = await embedder.embed([text]);
    vectors.set(text, vector!);
    return vector!;
  };
  return {
    mend: ({ text }) => correct(text),
    embed: ({ text }) => vectorOf(text),
    dense: ({ text }) =>
      indexes.map(({ vectors: rows, background }) =>
        [rows, background].map((some) => some && dotRows(vectors.get(text)!, some)),
      ),
    lexical: ({ text }) => indexes.map(({ lexical }) => lexicalScores(lexical, text)),
    'dense + lexical + articles': ({ text }) => candidatesFor(text, vectors.get(text), indexes),
    '… + order': ({ text }) => rank(candidatesFor(text, vectors.get(text), indexes)),
    '… + highlights = suggest': ({ text, language }) =>
      suggest(text, vectors.get(text), indexes, { language, threshold: 0, limit: 3 }),
  };
}
