import type { Embedder } from '../retrieval/embedder.ts';
import { FEATURE_WEIGHTS, learnSpace, partsOf, type Described, type FeatureWeights } from './rowSpace.ts';
import { termVectors, type TermVectors } from './termVectors.ts';

/** The similarity of two tickets is the product of their rows plus, if there are terms, that of their terms. */
export interface Features {
  readonly dim: number;
  /** `dim` columns a ticket, behind one another: first those for links, then the meaning. */
  readonly rows: Float32Array;
  /** How many of the columns are for links. */
  readonly links: number;
  readonly terms: TermVectors | undefined;
}

/** The features of tickets that are all there at once. */
export async function featuresOf(
  tickets: readonly Described[],
  embedder: Embedder,
  weights: FeatureWeights = FEATURE_WEIGHTS,
): Promise<Features> {
  const parts = await partsOf(tickets, embedder);
  const space = learnSpace(tickets, parts, embedder.dim, weights);
  const rows = new Float32Array(tickets.length * space.dim);
  tickets.forEach((ticket, place) => space.place(ticket, parts[place]!, rows, place * space.dim));
  return { dim: space.dim, rows, links: space.links, terms: termsFor(tickets, weights) };
}

/** The words of tickets and answers. */
export function termsFor(
  tickets: readonly Pick<Described, 'text' | 'reply'>[],
  weights: FeatureWeights = FEATURE_WEIGHTS,
): TermVectors {
  return termVectors(
    tickets.map(({ text, reply }) => `${text}\n${reply}`),
    weights.words,
  );
}
