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
/** Without tickets in common (another week's export), centres this near are of one problem. */
const NEAR = 0.85;
/**
 * Those that are each other's nearest may lie further apart: of 83 problems that parts of the sample share, 57 are known again
 * and one is mistaken, where `NEAR` alone knows 10.
 */
const NEAREST = 0.7;
/** A rate must change by this factor to be called grown or shrunk. */
const GROWTH = 1.25;

/**
 * Matches the issues of a run with those of the last, one with one, the surest first: so that an id stays with its problem
 * from week to week.
 */
export function continued(now: readonly Trace[], last: readonly Trace[]): Continued {
  const cosines = now.map((issue) => last.map((old) => cosine(issue.centre, old.centre)));
  const nearestNow = last.map((_, b) => Math.max(...cosines.map((row) => row[b]!)));
  const pairs = now
    .flatMap((issue, a) => {
      const nearest = Math.max(...cosines[a]!);
      return last.map((old, b) => {
        const near = cosines[a]![b]!;
        const least = near === nearest && near === nearestNow[b] ? NEAREST : NEAR;
        return { a, b, score: sharedScore(issue, old) || (near >= least ? near : 0) };
      });
    })
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
    const into = pairs.find((pair) => pair.b === b && pair.score >= NEAR);
    return into ? [{ id: last[b]!.id, into: issues[into.a]!.id }] : [];
  });
  const gone = new Set(merged.map(({ id }) => id));
  return { issues, merged, ended: left.map((b) => last[b]!.id).filter((id) => !gone.has(id)) };
}

function changeOf(rate: number, before: number): Change {
  if (rate >= before * GROWTH) return 'grew';
  return rate * GROWTH <= before ? 'shrank' : 'same';
}

/** Above 1 if they have enough tickets in common, else 0. */
function sharedScore(a: Trace, b: Trace): number {
  const shared =
    a.ticketIds.intersection(b.ticketIds).size / Math.max(1, Math.min(a.ticketIds.size, b.ticketIds.size));
  return shared >= SHARED ? 1 + shared : 0;
}

/** 0 where a centre is unknown. */
function cosine(a: Float32Array, b: Float32Array): number {
  return a.length === b.length ? a.reduce((sum, value, i) => sum + value * b[i]!, 0) : 0;
}
