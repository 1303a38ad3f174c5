import type { PublishedIncident } from './published.ts';

/** Notices that a reader has put away: their ids, each with the update that was the last one then. */
export type Dismissals = Readonly<Record<string, string>>;

/** Whether a notice was put away as it is now; the next update brings it back. */
export function isDismissed(
  { id, updated }: Pick<PublishedIncident, 'id' | 'updated'>,
  dismissals: Dismissals,
): boolean {
  return Object.hasOwn(dismissals, id) && dismissals[id] === updated;
}

/** Adds one, and forgets those that nobody publishes any more. */
export function dismiss(
  dismissed: Pick<PublishedIncident, 'id' | 'updated'>,
  dismissals: Dismissals,
  known: readonly Pick<PublishedIncident, 'id'>[],
): Dismissals {
  const kept = Object.entries(dismissals).filter(([id]) => known.some((incident) => incident.id === id));
  return { ...Object.fromEntries(kept), [dismissed.id]: dismissed.updated };
}

/** Reads what was kept; nothing for what has not the shape, since other scripts share the storage. */
export function readDismissals(kept: string | null): Dismissals {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, version]) => typeof version === 'string'));
  } catch {
    return {};
  }
}
