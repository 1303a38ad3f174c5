import { seededRandom, type Random } from '../../src/core/random.ts';
import type { Tokens } from '../../src/core/retrieval/training/embeddingBag.ts';
import { sample, type Batch, type Pair } from '../../src/core/retrieval/training/train.ts';
import type { Corpora, TextPair } from './corpora.ts';

/** Pairs of one kind, and how often a batch is made of them. */
export interface PairSource {
  readonly name: string;
  readonly weight: number;
  draw(count: number, random: Random): Pair[];
}

type Tokenize = (text: string) => Tokens;

/** The corpora as sources of batches. Their weights were found by trial (MODEL_CARD.md). */
export function baseSources(corpora: Corpora, tokenize: Tokenize): PairSource[] {
  const pairsOf = (texts: readonly TextPair[]): Pair[] =>
    texts
      .map(({ a, b }) => [tokenize(a), tokenize(b)] as const)
      .filter(([a, b]) => a.length > 0 && b.length > 0);
  const fromPairs = (name: string, weight: number, texts: readonly TextPair[]): PairSource => {
    const pairs = pairsOf(texts);
    return {
      name,
      weight,
      draw: (count, random) =>
        Array.from({ length: count }, () => pairs[Math.floor(random() * pairs.length)]!),
    };
  };
  const intents = [...corpora.intents.values()]
    .map((texts) => texts.map(tokenize))
    .filter((t) => t.length > 1);
  return [
    fromPairs('translations', 0.4, corpora.translations),
    fromPairs('dictionary', 0.2, corpora.dictionary),
    fromPairs('headings', 0.22, corpora.headings),
    fromPairs('neighbours', 0.1, corpora.neighbours),
    {
      name: 'intents',
      weight: 0.08,
      draw: (count, random) =>
        sample(intents, count, random).map((texts) => sample(texts, 2, random) as [Tokens, Tokens]),
    },
  ];
}

/**
 * Batches of one source at a time, so that texts of one kind are told from one another. Each step has its own random
 * numbers: a training that goes on from step n does what it would have done.
 */
export function sourceBatches(
  sources: readonly PairSource[],
  size: number,
  seed: number,
): (step: number) => Batch {
  const total = sources.reduce((sum, { weight }) => sum + weight, 0);
  return (step) => {
    const random = seededRandom(seed * 1_000_003 + step);
    let at = random() * total;
    const source = sources.find(({ weight }) => (at -= weight) < 0) ?? sources[0]!;
    return { source: source.name, pairs: source.draw(size, random) };
  };
}
