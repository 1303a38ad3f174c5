import { nearInCells } from './cells.ts';
import { dotAt } from './dotAt.ts';
import type { Features } from './features.ts';
import { createTops, type Nearest } from './nearest.ts';
import { rowProducts } from './products.ts';
import { addTermProducts, termProducts } from './termVectors.ts';

/** The nearest tickets of each ticket, nearest first. */
export interface Neighbours {
  /** Of its own language. */
  readonly own: Nearest;
  /** Of all others, so that a problem's languages meet. */
  readonly other: Nearest;
}

/** Up to so many tickets all pairs are compared: a second or two. */
const EXACT_TICKETS = 3_000;
/** Of the tickets in nearby cells so many, of each side, are compared by all columns and words. */
const COMPARED = 40;

/** The tickets that may be near each ticket, of its own language and of others: rows of `size`, which -1 ends. */
export interface Candidates {
  readonly size: number;
  readonly own: Int32Array;
  readonly other: Int32Array;
}

/**
 * Whom to compare with whom; undefined where all pairs can be, up to 3,000 tickets. Beyond that, tickets of nearby cells, in
 * time that grows with n√n.
 */
export function candidatesFor(
  features: Features,
  languages: readonly string[],
  exactTickets = EXACT_TICKETS,
): Candidates | undefined {
  if (languages.length <= exactTickets) return undefined;
  const { own, other } = nearInCells(features, codesOf(languages), COMPARED);
  return { size: COMPARED, own: own.tickets, other: other.tickets };
}

/**
 * The `k` nearest neighbours of each ticket in its own language and as many in others, none that is not alike at all.
 * @param candidates whom to compare with whom; all with all without
 */
export function nearestNeighbours(
  features: Features,
  languages: readonly string[],
  k: number,
  candidates = candidatesFor(features, languages),
): Neighbours {
  return candidates ? among(features, candidates, k) : byPairs(features, codesOf(languages), k);
}

function codesOf(languages: readonly string[]): Uint8Array {
  const names = [...new Set(languages)];
  return Uint8Array.from(languages, (language) => names.indexOf(language));
}

function byPairs({ dim, rows, terms }: Features, codes: Uint8Array, k: number): Neighbours {
  const count = codes.length;
  const [own, other] = [createTops(count, k), createTops(count, k)];
  const lexical = new Float32Array(count);
  for (let a = 0; a < count; a++) {
    lexical.fill(0);
    if (terms) addTermProducts(lexical, a, terms);
    for (let b = a + 1; b < count; b++) {
      const similarity = dotAt(rows, a * dim, rows, b * dim, dim) + lexical[b]!;
      const tops = codes[a] === codes[b] ? own : other;
      tops.offer(a, b, similarity);
      tops.offer(b, a, similarity);
    }
  }
  return { own, other };
}

function among({ dim, rows, terms }: Features, candidates: Candidates, k: number): Neighbours {
  const count = rows.length / dim;
  const found = { own: createTops(count, k), other: createTops(count, k) };
  const { size } = candidates;
  const multiply = rowProducts(rows, dim);
  const addTerms = terms && termProducts(terms);
  const products = new Float32Array(size);
  for (const side of ['own', 'other'] as const) {
    const lists = candidates[side];
    for (let ticket = 0; ticket < count; ticket++) {
      const from = ticket * size;
      let to = from;
      while (to < from + size && lists[to]! >= 0) to++;
      multiply(products, rows, ticket * dim, lists, from, to);
      addTerms?.(products, ticket, lists, from, to);
      for (let at = from; at < to; at++) found[side].offer(ticket, lists[at]!, products[at - from]!);
    }
  }
  return found;
}
