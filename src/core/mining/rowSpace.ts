import type { Embedder } from '../retrieval/embedder.ts';
import { normalize } from '../retrieval/vectors.ts';
import type { ArticleShares } from './articleGuess.ts';
import type { MinedTicket } from './minedTicket.ts';

/** What mining looks at when it looks for a ticket's like. Every text is redacted. */
export type Described = Pick<MinedTicket, 'text' | 'reply' | 'language' | 'slugs'>;

/** What two tickets that agree in it add to their similarity, beside 1 for the meaning. */
export interface FeatureWeights {
  /** Share of the answer in the meaning, to 1 of the requester's own words. */
  readonly reply: number;
  /**
   * Answers that link the same article. Where none is linked, words that speak for the same ones: by how much their shares
   * overlap (Bhattacharyya, "On a measure of divergence between two multinomial populations", 1946).
   */
  readonly links: number;
  /** The same words: names and errors that the model does not know. */
  readonly words: number;
}

/** Chosen by measuring, see `LEVELS`. */
export const FEATURE_WEIGHTS: FeatureWeights = { reply: 0.6, links: 0.5, words: 0.5 };

/** The vectors of a ticket's first line, of what follows, and of its answer, behind one another. */
export type Parts = Float32Array;
const PARTS = 3;

/** Apart, since a subject of five words says as much as the hundred below it. */
export async function partsOf(tickets: readonly Described[], embedder: Embedder): Promise<Parts[]> {
  const texts = tickets.flatMap(({ text, reply }) => {
    const first = text.split('\n', 1)[0] ?? '';
    return [first, text.slice(first.length), reply];
  });
  // Many have no second line or no answer, and half of the answers are the same macros.
  const places = new Map<string, number>();
  for (const text of texts) if (!places.has(text)) places.set(text, places.size);
  const vectors = await embedder.embed([...places.keys()]);
  return tickets.map((_, ticket) => {
    const parts = new Float32Array(PARTS * embedder.dim);
    for (let part = 0; part < PARTS; part++)
      parts.set(vectors[places.get(texts[ticket * PARTS + part]!)!]!, part * embedder.dim);
    return parts;
  });
}

/** Turns tickets into rows whose products say how alike they are. */
export interface RowSpace {
  /** Columns of a row: first those for links, then the meaning. */
  readonly dim: number;
  /** How many of the columns are for links. */
  readonly links: number;
  /** Writes a ticket's row from `at` on. */
  place(ticket: Described, parts: Parts, rows: Float32Array, at: number): void;
}

/** The mean of a handful is those tickets themselves; taking it off would leave noise. */
const FEWEST_FOR_MEAN = 5;

/**
 * The space of these tickets: takes off the mean of each language, or languages would be the largest clusters (after Arora
 * et al., "A simple but tough-to-beat baseline for sentence embeddings", 2017), and gives every article that is linked or
 * guessed a column.
 * @param columns of the embedder
 * @param guesses of the articles that tickets without a link are about
 */
export function learnSpace(
  tickets: readonly Described[],
  parts: readonly Parts[],
  columns: number,
  weights: FeatureWeights = FEATURE_WEIGHTS,
  guesses?: ReadonlyMap<Described, ArticleShares>,
): RowSpace {
  const aboutOf = (ticket: Described): ArticleShares =>
    (ticket.slugs.length === 0 && guesses?.get(ticket)) ||
    new Map(ticket.slugs.map((slug) => [slug, 1 / ticket.slugs.length]));
  const slugs = [...new Set(tickets.flatMap((ticket) => [...aboutOf(ticket).keys()]))].sort();
  const columnOf = new Map(slugs.map((slug, column) => [slug, column]));
  const means = meansOf(tickets, parts, columns);
  const part = new Float32Array(columns);
  const own = new Float32Array(columns);
  const add = (source: Parts, from: number, mean: Float64Array | undefined, factor: number): void => {
    let isEmpty = true;
    for (let i = 0; i < columns; i++) {
      part[i] = source[from * columns + i]!;
      isEmpty &&= part[i] === 0;
    }
    if (isEmpty) return;
    if (mean) for (let i = 0; i < columns; i++) part[i]! -= mean[from * columns + i]!;
    normalize(part);
    for (let i = 0; i < columns; i++) own[i]! += factor * part[i]!;
  };
  return {
    dim: slugs.length + columns,
    links: slugs.length,
    place: (ticket, vectors, rows, at) => {
      const mean = means.get(ticket.language);
      own.fill(0);
      add(vectors, 0, mean, 1);
      add(vectors, 1, mean, 1);
      normalize(own);
      add(vectors, 2, mean, weights.reply);
      normalize(own);
      rows.fill(0, at, at + slugs.length);
      rows.set(own, at + slugs.length);
      for (const [slug, share] of aboutOf(ticket)) {
        const column = columnOf.get(slug);
        if (column !== undefined) rows[at + column] = Math.sqrt(weights.links * share);
      }
    },
  };
}

/** By language: the means of the parts that are not empty; no mean (zeros) where hardly any are. */
function meansOf(
  tickets: readonly Described[],
  parts: readonly Parts[],
  columns: number,
): ReadonlyMap<string, Float64Array> {
  const sums = new Map<string, { readonly sum: Float64Array; readonly counts: Float64Array }>();
  tickets.forEach(({ language }, ticket) => {
    const entry = sums.get(language) ?? {
      sum: new Float64Array(PARTS * columns),
      counts: new Float64Array(PARTS),
    };
    sums.set(language, entry);
    for (let part = 0; part < PARTS; part++) {
      const vector = parts[ticket]!.subarray(part * columns, (part + 1) * columns);
      if (vector.every((value) => value === 0)) continue;
      entry.counts[part]!++;
      for (let i = 0; i < columns; i++) entry.sum[part * columns + i]! += vector[i]!;
    }
  });
  return new Map(
    [...sums].map(([language, { sum, counts }]) => [
      language,
      sum.map((value, i) => {
        const count = counts[Math.floor(i / columns)]!;
        return count < FEWEST_FOR_MEAN ? 0 : value / count;
      }),
    ]),
  );
}
