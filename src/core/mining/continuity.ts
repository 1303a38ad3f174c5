/** What tells an issue again in a later run. */
export interface Trace {
  readonly id: string;
  /** Unit vector of what its central tickets mean; empty if unknown. */
  readonly centre: Float32Array;
  /** Tickets a week. */
  readonly rate: number;
  readonly ticketIds: ReadonlySet<string>;
}

export const CHANGES = ['new', 'grew', 'same', 'shrank'] as const;
export type Change = (typeof CHANGES)[number];

export interface Continued {
  /** By issue of this run: the id that it keeps, or its own if it is new. */
  readonly issues: readonly { readonly id: string; readonly change: Change }[];
  /** Of the last run: issues that are now part of another. */
  readonly merged: readonly { readonly id: string; readonly into: string }[];
  /** Of the last run: issues that are no more. */
  readonly ended: readonly string[];
}

/** Issues that share this much of the smaller one's tickets are one, whatever their words. */
const SHARED = 0.5;
/** Without tickets in common (another week's export), centres must be this near. */
const NEAR = 0.85;
/** A rate must change by this factor to be called grown or shrunk. */
const GROWTH = 1.25;

/**
 * Matches the issues of a run with those of the last, one with one, the surest first: so that an id stays with its problem
 * from week to week.
 */
export function continued(now: readonly Trace[], last: readonly Trace[]): Continued {
  const pairs = now
    .flatMap((issue, a) => last.map((old, b) => ({ a, b, score: sameness(issue, old) })))
    .filter(({ score }) => score > 0)
    .sort((p, q) => q.score - p.score || p.a - q.a || p.b - q.b);
  const oldOf = new Map<number, number>();
  const newOf = new Map<number, number>();
  for (const { a, b } of pairs) {
    if (oldOf.has(a) || newOf.has(b)) continue;
    oldOf.set(a, b);
    newOf.set(b, a);
  }
  const issues = now.map((issue, a) => {
    const old = oldOf.has(a) ? last[oldOf.get(a)!]! : undefined;
    return old
      ? { id: old.id, change: changeOf(issue.rate, old.rate) }
      : { id: issue.id, change: 'new' as const };
  });
  const left = [...last.keys()].filter((b) => !newOf.has(b));
  const merged = left.flatMap((b) => {
    const into = pairs.find((pair) => pair.b === b);
    return into ? [{ id: last[b]!.id, into: issues[into.a]!.id }] : [];
  });
  const gone = new Set(merged.map(({ id }) => id));
  return { issues, merged, ended: left.map((b) => last[b]!.id).filter((id) => !gone.has(id)) };
}

function changeOf(rate: number, before: number): Change {
  if (rate >= before * GROWTH) return 'grew';
  return rate * GROWTH <= before ? 'shrank' : 'same';
}

/** Above 1 by tickets in common, up to 1 by meaning, 0 if they are not the same. */
function sameness(a: Trace, b: Trace): number {
  const shared =
    a.ticketIds.intersection(b.ticketIds).size / Math.max(1, Math.min(a.ticketIds.size, b.ticketIds.size));
  if (shared >= SHARED) return 1 + shared;
  if (a.centre.length === 0 || a.centre.length !== b.centre.length) return 0;
  const cosine = a.centre.reduce((sum, value, i) => sum + value * b.centre[i]!, 0);
  return cosine >= NEAR ? cosine : 0;
}
