/** For each ticket its nearest others, nearest first, in rows of `size`; a row that is not full ends with -1. */
export interface Nearest {
  readonly size: number;
  readonly tickets: Int32Array;
  readonly similarities: Float32Array;
}

/** Nearest lists that are still being made. */
export interface Tops extends Nearest {
  /** Takes `other` into the list of `ticket` if it is near enough; of equals the first offered stays. */
  offer(ticket: number, other: number, similarity: number): void;
}

/** What is not alike at all is no neighbour. */
export function createTops(count: number, size: number): Tops {
  const tickets = new Int32Array(count * size).fill(-1);
  const similarities = new Float32Array(count * size);
  const offer = (ticket: number, other: number, similarity: number): void => {
    const first = ticket * size;
    let place = first + size - 1;
    if (!(similarity > similarities[place]!)) return;
    while (place > first && similarities[place - 1]! < similarity) {
      similarities[place] = similarities[place - 1]!;
      tickets[place] = tickets[place - 1]!;
      place--;
    }
    similarities[place] = similarity;
    tickets[place] = other;
  };
  return { size, tickets, similarities, offer };
}

/** The mean similarity of each ticket's `howMany` nearest in all lists together: how dense it is around it. */
export function densities(lists: readonly Nearest[], howMany: number): Float64Array {
  const count = lists[0] ? lists[0].tickets.length / lists[0].size : 0;
  return Float64Array.from({ length: count }, (_, ticket) => {
    const near = lists.flatMap(({ size, similarities }) => [
      ...similarities.subarray(ticket * size, ticket * size + Math.min(howMany, size)),
    ]);
    const nearest = near.sort((a, b) => b - a).slice(0, howMany);
    return nearest.reduce((sum, similarity) => sum + similarity, 0) / howMany;
  });
}
