import type { Features } from './features.ts';

/**
 * By ticket, then group: the sum of the ticket's similarities with the group's members (itself too, if it is one). A
 * product with the sum of a group's vectors is the sum of the products, so that no pair need be looked at.
 */
export function groupSums(
  { dim, rows, terms }: Features,
  groups: readonly (readonly number[])[],
): Float64Array[] {
  const dense = groups.map(() => new Float64Array(dim));
  // By term, then group: a ticket then reads the few rows of its own terms.
  const lexical = terms.postings.map(() => new Float64Array(groups.length));
  groups.forEach((members, group) => {
    for (const ticket of members) {
      for (let i = 0; i < dim; i++) dense[group]![i]! += rows[ticket * dim + i]!;
      terms.terms[ticket]!.forEach((term, i) => (lexical[term]![group]! += terms.weights[ticket]![i]!));
    }
  });
  return terms.terms.map((own, ticket) => {
    const sums = Float64Array.from(dense, (sum) => {
      let product = 0;
      for (let i = 0; i < dim; i++) product += rows[ticket * dim + i]! * sum[i]!;
      return product;
    });
    own.forEach((term, i) => {
      const weight = terms.weights[ticket]![i]!;
      const row = lexical[term]!;
      for (let group = 0; group < sums.length; group++) sums[group]! += weight * row[group]!;
    });
    return sums;
  });
}

/** By ticket: its similarity with itself. */
export function selfSimilarities({ dim, rows, terms }: Features): Float64Array {
  return Float64Array.from(terms.weights, (weights, ticket) => {
    let sum = 0;
    for (let i = 0; i < dim; i++) sum += rows[ticket * dim + i]! ** 2;
    for (const weight of weights) sum += weight * weight;
    return sum;
  });
}

/** The mean similarity of the pairs of a group of two or more: its vectors' sum holds every pair twice, and each self. */
export function meanSimilarity({ dim, rows, terms }: Features, members: readonly number[]): number {
  const dense = new Float64Array(dim);
  const lexical = new Map<number, number>();
  let selves = 0;
  for (const ticket of members) {
    for (let i = 0; i < dim; i++) {
      const value = rows[ticket * dim + i]!;
      dense[i]! += value;
      selves += value * value;
    }
    terms.terms[ticket]!.forEach((term, i) => {
      const weight = terms.weights[ticket]![i]!;
      lexical.set(term, (lexical.get(term) ?? 0) + weight);
      selves += weight * weight;
    });
  }
  let sum = -selves;
  for (const value of dense) sum += value * value;
  for (const value of lexical.values()) sum += value * value;
  return sum / (members.length * (members.length - 1));
}
