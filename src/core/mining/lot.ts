/** Holds the so many entries of the smallest ranks, in whatever order they come. */
export interface Lot<Entry> {
  /** Takes an entry in; returns the one that has to leave for it, which may be itself. */
  offer(entry: Entry): Entry | undefined;
  readonly entries: readonly Entry[];
}

/** A heap, the largest rank on top. @param compare of no two entries 0 */
export function createLot<Entry>(size: number, compare: (a: Entry, b: Entry) => number): Lot<Entry> {
  const heap: Entry[] = [];
  const isAbove = (a: number, b: number): boolean => compare(heap[a]!, heap[b]!) > 0;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isAbove(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let top = at;
      if (left < heap.length && isAbove(left, top)) top = left;
      if (right < heap.length && isAbove(right, top)) top = right;
      if (top === at) return;
      swap(at, top);
      at = top;
    }
  };
  return {
    offer: (entry) => {
      if (heap.length < size) {
        rise(heap.push(entry) - 1);
        return undefined;
      }
      const largest = heap[0];
      if (largest === undefined || compare(entry, largest) >= 0) return entry;
      heap[0] = entry;
      sink();
      return largest;
    },
    entries: heap,
  };
}
