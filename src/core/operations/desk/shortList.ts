/** Articles that an agent looks through. */
export const MOST_SHOWN = 5;
/** Runbooks among them: a ticket in a customer's words is like several, and what can be sent must not be crowded out. */
export const MOST_INTERNAL = 2;

/** The best of what was found, best first: at most so many, and at most so many that customers cannot read. */
export function shortList<Item>(found: readonly Item[], isInternal: (item: Item) => boolean): Item[] {
  let internal = 0;
  return found.filter((item) => !isInternal(item) || ++internal <= MOST_INTERNAL).slice(0, MOST_SHOWN);
}
