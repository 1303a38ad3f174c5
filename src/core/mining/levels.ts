/**
 * Where tickets become one issue, and where an issue becomes two: every threshold of the grouping. Chosen by measuring on
 * several labelled sets at once (`npm run eval:mining`), of 40 to 22,500 tickets, none of them alone; a little more or less
 * changes little.
 */
export const LEVELS = {
  /** Nearest tickets, in a ticket's own language and in others each, that are joined in the graph. */
  neighbours: 13,
  /** In a small export so many neighbours would join everything: a ticket has at most this share of the others. */
  neighbourShare: 0.1,
  fewestNeighbours: 5,
  /** Nearest tickets, of each side, that a ticket's vector is drawn towards, and how far: what it leaves unsaid, they say. */
  smoothedBy: 4,
  smoothing: 0.5,
  /** The place among a ticket's neighbours whose similarity says how dense it is around it. */
  densityNeighbour: 8,
  /** How far a link counts by the density around both ends (0 not, 1 wholly), and how much more a close link counts. */
  density: 0.5,
  sharpness: 2,
  /**
   * Split: the graph of n tickets is divided at a resolution of √n / `division`; beyond `manyTickets` it grows with the
   * fourth root only, since more tickets are more of the same problems rather than new ones.
   */
  division: 2.5,
  manyTickets: 600,
  /**
   * Merge: groups whose mean directions, freed from the scatter of their own tickets, have at least this cosine. 1 would
   * be two halves of one group drawn by lot.
   */
  together: 0.71,
  /** A ticket is noise if its five nearest are less alike than this share of what is usual in its group or in all. */
  belongs: 0.55,
  /** Issues of fewer tickets than one in so many are noise, within these bounds. */
  smallestShare: 1 / 100,
  fewestTickets: 3,
  enoughTickets: 6,
} as const;

export type Levels = { readonly [Name in keyof typeof LEVELS]: number };

/** The fewest tickets an issue has among so many. */
export function smallestIssue(tickets: number, levels: Levels = LEVELS): number {
  const share = Math.round(tickets * levels.smallestShare);
  return Math.max(levels.fewestTickets, Math.min(levels.enoughTickets, share));
}

/** How many neighbours a ticket has in the graph of so many tickets. */
export function neighboursAmong(tickets: number, levels: Levels = LEVELS): number {
  const share = Math.round(tickets * levels.neighbourShare);
  return Math.max(levels.fewestNeighbours, Math.min(levels.neighbours, share));
}

/** The resolution at which the graph of so many tickets is divided. */
export function resolutionFor(tickets: number, levels: Levels = LEVELS): number {
  const few = Math.min(tickets, levels.manyTickets);
  return Math.max(1, (Math.sqrt(few) / levels.division) * (tickets / few) ** 0.25);
}
