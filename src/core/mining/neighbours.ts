import type { Features } from './features.ts';
import { addTermProducts } from './termVectors.ts';

export interface Neighbour {
  readonly ticket: number;
  readonly similarity: number;
}

/** The nearest tickets of each ticket, nearest first. */
export interface Neighbours {
  /** Of its own language. */
  readonly own: readonly (readonly Neighbour[])[];
  /** Of all others, so that a problem's languages meet. */
  readonly other: readonly (readonly Neighbour[])[];
}

/**
 * The `k` nearest neighbours of each ticket in its own language and as many in others, by comparing all pairs. Time
 * grows with the square: about 15 s for 10,000 tickets on one core and a minute for 20,000, the most it is meant
 * for.
 */
export function nearestNeighbours(
  { dim, rows, terms }: Features,
  languages: readonly string[],
  k: number,
): Neighbours {
  const count = languages.length;
  const ownTop = languages.map(() => new Top(k));
  const otherTop = languages.map(() => new Top(k));
  // Most pairs are not near: the least similarity that would still be taken is kept where it is read fastest.
  const [ownLeast, otherLeast] = [new Float64Array(count), new Float64Array(count)];
  const names = [...new Set(languages)];
  const codes = Uint8Array.from(languages, (language) => names.indexOf(language));
  const lexical = new Float32Array(count);
  for (let a = 0; a < count; a++) {
    lexical.fill(0);
    addTermProducts(lexical, a, terms);
    for (let b = a + 1; b < count; b++) {
      const similarity = dotAt(rows, a * dim, b * dim, dim) + lexical[b]!;
      const same = codes[a] === codes[b];
      const top = same ? ownTop : otherTop;
      const least = same ? ownLeast : otherLeast;
      if (similarity > least[a]!) least[a] = top[a]!.offer(b, similarity);
      if (similarity > least[b]!) least[b] = top[b]!.offer(a, similarity);
    }
  }
  return { own: ownTop.map((top) => top.sorted()), other: otherTop.map((top) => top.sorted()) };
}

/** Four sums side by side let the engine keep the processor busy. */
function dotAt(rows: Float32Array, a: number, b: number, dim: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < dim; i += 4) {
    s0 += rows[a + i]! * rows[b + i]!;
    s1 += rows[a + i + 1]! * rows[b + i + 1]!;
    s2 += rows[a + i + 2]! * rows[b + i + 2]!;
    s3 += rows[a + i + 3]! * rows[b + i + 3]!;
  }
  for (; i < dim; i++) s0 += rows[a + i]! * rows[b + i]!;
  return s0 + s1 + s2 + s3;
}

/** The k best of what it is offered; of equals, the first offered. */
class Top {
  readonly #size: number;
  readonly #entries: Neighbour[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Returns the similarity that a ticket must exceed to be taken from now on. */
  offer(ticket: number, similarity: number): number {
    const entries = this.#entries;
    let place = entries.length;
    while (place > 0 && entries[place - 1]!.similarity < similarity) place--;
    entries.splice(place, 0, { ticket, similarity });
    if (entries.length > this.#size) entries.pop();
    return entries.length === this.#size ? entries[this.#size - 1]!.similarity : 0;
  }

  sorted(): readonly Neighbour[] {
    return this.#entries;
  }
}
