import type { Embedder } from '../retrieval/embedder.ts';
import { normalize } from '../retrieval/vectors.ts';
import type { MinedTicket } from './minedTicket.ts';
import { termVectors, type TermVectors } from './termVectors.ts';

/** What mining looks at when it looks for a ticket's like. Every text is redacted. */
export type Described = Pick<MinedTicket, 'text' | 'reply' | 'language' | 'slugs'>;

/** What two tickets that agree in it add to their similarity, beside 1 for the meaning. */
export interface FeatureWeights {
  /** Share of the answer in the meaning, to 1 of the requester's own words. */
  readonly reply: number;
  /** Answers that link the same article. */
  readonly links: number;
  /** The same words: names and errors that the model does not know. */
  readonly words: number;
}

/** The similarity of two tickets is the product of their rows plus that of their terms. */
export interface Features {
  readonly dim: number;
  /** `dim` columns a ticket, behind one another. */
  readonly rows: Float32Array;
  readonly terms: TermVectors;
}

export async function featuresOf(
  tickets: readonly Described[],
  embedder: Embedder,
  weights: FeatureWeights,
): Promise<Features> {
  const languages = tickets.map(({ language }) => language);
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> =>
    centred(await embedder.embed(texts), languages);
  // Apart, since a subject of five words says as much as the hundred below it.
  const subjects = await embed(tickets.map(({ text }) => firstLine(text)));
  const bodies = await embed(tickets.map(({ text }) => text.slice(firstLine(text).length)));
  const replies = await embed(tickets.map(({ reply }) => reply));
  const slugs = [...new Set(tickets.flatMap((ticket) => ticket.slugs))].sort();
  const dim = embedder.dim + slugs.length;
  const rows = new Float32Array(tickets.length * dim);
  tickets.forEach((ticket, i) => {
    const own = sum(subjects[i]!, bodies[i]!, 1);
    rows.set(sum(own, replies[i]!, weights.reply), i * dim);
    const link = Math.sqrt(weights.links / ticket.slugs.length);
    for (const slug of ticket.slugs) rows[i * dim + embedder.dim + slugs.indexOf(slug)] = link;
  });
  const terms = termVectors(
    tickets.map(({ text, reply }) => `${text}\n${reply}`),
    weights.words,
  );
  return { dim, rows, terms };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function sum(a: Float32Array, b: Float32Array, factor: number): Float32Array {
  return normalize(a.map((value, i) => value + factor * b[i]!));
}

/** The mean of a handful is those tickets themselves; taking it off would leave noise. */
const FEWEST_FOR_MEAN = 5;

/**
 * Takes off the mean of each language, or languages would be the largest clusters, and scales to length 1 (after Arora
 * et al., "A simple but tough-to-beat baseline for sentence embeddings", 2017). Zero vectors (no text) stay zero.
 */
function centred(vectors: readonly Float32Array[], languages: readonly string[]): Float32Array[] {
  const means = new Map<string, { sum: Float64Array; count: number }>();
  vectors.forEach((vector, i) => {
    if (isZero(vector)) return;
    const mean = means.get(languages[i]!) ?? { sum: new Float64Array(vector.length), count: 0 };
    vector.forEach((value, column) => (mean.sum[column]! += value));
    mean.count++;
    means.set(languages[i]!, mean);
  });
  return vectors.map((vector, i) => {
    const mean = means.get(languages[i]!);
    if (!mean || mean.count < FEWEST_FOR_MEAN || isZero(vector)) return vector;
    return normalize(vector.map((value, column) => value - mean.sum[column]! / mean.count));
  });
}

function isZero(vector: Float32Array): boolean {
  return vector.every((value) => value === 0);
}
