import { termsOf } from '../retrieval/terms.ts';

/** Sparse vectors over terms, and for each term the texts that hold it. */
export interface TermVectors {
  /** One list of term numbers, ascending, and one of weights a text; the squares of its weights sum to `weight`. */
  readonly terms: readonly Uint32Array[];
  readonly weights: readonly Float32Array[];
  /** By term: the texts that hold it, ascending, and its weight there. */
  readonly postings: readonly { readonly texts: readonly number[]; readonly weights: readonly number[] }[];
}

/** A term in more than this share of the texts tells no problems apart, and would cost the most time. */
const COMMONEST_SHARE = 0.15;

/**
 * TF-IDF vectors (logarithmic term frequency, smoothed inverse document frequency).
 * @param weight the product of a vector with itself
 */
export function termVectors(texts: readonly string[], weight = 1): TermVectors {
  const counts = texts.map((text) => {
    const count = new Map<string, number>();
    for (const term of termsOf(text)) count.set(term, (count.get(term) ?? 0) + 1);
    return count;
  });
  const documents = new Map<string, number>();
  for (const count of counts)
    for (const term of count.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  const useful = [...documents].filter(([, n]) => n >= 2 && n <= Math.max(3, texts.length * COMMONEST_SHARE));
  const numbers = new Map(useful.map(([term], number) => [term, number]));
  const idf = useful.map(([, n]) => Math.log((texts.length + 1) / (n + 1)) + 1);
  const postings = useful.map(() => ({ texts: [] as number[], weights: [] as number[] }));
  const terms: Uint32Array[] = [];
  const weights: Float32Array[] = [];
  counts.forEach((count, text) => {
    const known = [...count].flatMap(([term, n]) => {
      const number = numbers.get(term);
      return number === undefined ? [] : [[number, (1 + Math.log(n)) * idf[number]!] as const];
    });
    known.sort(([a], [b]) => a - b);
    const factor = Math.sqrt(weight) / (Math.hypot(...known.map(([, value]) => value)) || 1);
    terms.push(Uint32Array.from(known, ([number]) => number));
    weights.push(Float32Array.from(known, ([, value]) => value * factor));
    for (const [number, value] of known) {
      postings[number]!.texts.push(text);
      postings[number]!.weights.push(value * factor);
    }
  });
  return { terms, weights, postings };
}

/** Adds the product of a text with every text to `row`. */
export function addTermProducts(row: Float32Array, text: number, vectors: TermVectors): void {
  vectors.terms[text]!.forEach((term, i) => {
    const { texts, weights } = vectors.postings[term]!;
    const scale = vectors.weights[text]![i]!;
    for (let p = 0; p < texts.length; p++) row[texts[p]!]! += scale * weights[p]!;
  });
}

/** The product of two texts. */
export function termProduct({ terms, weights }: TermVectors, a: number, b: number): number {
  const [termsA, termsB] = [terms[a]!, terms[b]!];
  const [weightsA, weightsB] = [weights[a]!, weights[b]!];
  let [i, j, sum] = [0, 0, 0];
  while (i < termsA.length && j < termsB.length) {
    const [termA, termB] = [termsA[i]!, termsB[j]!];
    if (termA === termB) sum += weightsA[i]! * weightsB[j]!;
    if (termA <= termB) i++;
    if (termB <= termA) j++;
  }
  return sum;
}

/** Adds the products of a text with those whose numbers are `others[from]` up to before `others[to]`, from 0 on. */
export function termProducts({
  terms,
  weights,
  postings,
}: TermVectors): (
  products: Float32Array,
  text: number,
  others: Int32Array,
  from: number,
  to: number,
) => void {
  /** By term, its weight in the text; zero but while one is compared. */
  const own = new Float32Array(postings.length);
  return (products, text, others, from, to) => {
    const [ownTerms, ownWeights] = [terms[text]!, weights[text]!];
    for (let i = 0; i < ownTerms.length; i++) own[ownTerms[i]!] = ownWeights[i]!;
    for (let at = from; at < to; at++) {
      const [otherTerms, otherWeights] = [terms[others[at]!]!, weights[others[at]!]!];
      let sum = 0;
      for (let i = 0; i < otherTerms.length; i++) sum += own[otherTerms[i]!]! * otherWeights[i]!;
      products[at - from]! += sum;
    }
    for (let i = 0; i < ownTerms.length; i++) own[ownTerms[i]!] = 0;
  };
}
