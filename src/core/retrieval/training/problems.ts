import type { Random } from '../../random.ts';
import type { Tokens } from './embeddingBag.ts';
import { sample, type Batch, type Pair } from './train.ts';

/** Texts that put one problem, in whatever language. */
export type ProblemTexts = readonly Tokens[];

/** Batches made of neighbours: more of them sharpen what is close and blur what is far. */
const HARD_SHARE = 0.5;

/**
 * Draws batches of pairs from problems: a pair of texts of each, in either language.
 * @param neighbours the problems nearest to each, nearest first, by position; some of the batches are made of a few
 *   problems with their neighbours, so that they learn to be told apart (hard negatives). None: all batches are mixed.
 */
export function problemBatches(
  problems: readonly ProblemTexts[],
  size: number,
  random: Random,
  neighbours?: readonly (readonly number[])[],
): () => Batch {
  const usable = problems.flatMap((texts, i) => (texts.filter(isNotEmpty).length >= 2 ? [i] : []));
  const pairOf = (problem: number): Pair => {
    const [a, b] = sample(problems[problem]!.filter(isNotEmpty), 2, random);
    return [a!, b!];
  };
  return () => {
    const isHard = neighbours !== undefined && random() < HARD_SHARE;
    const chosen = isHard
      ? withNeighbours(sample(usable, size, random), neighbours, size)
      : sample(usable, size, random);
    return { source: 'problems', pairs: chosen.map(pairOf) };
  };
}

function isNotEmpty(tokens: Tokens): boolean {
  return tokens.length > 0;
}

/** The first seeds with their nearest neighbours, until `size` problems are together. */
function withNeighbours(
  seeds: readonly number[],
  neighbours: readonly (readonly number[])[],
  size: number,
): number[] {
  const chosen = new Set<number>();
  for (const seed of seeds) {
    for (const problem of [seed, ...neighbours[seed]!]) {
      if (chosen.size < size) chosen.add(problem);
    }
  }
  return [...chosen];
}
