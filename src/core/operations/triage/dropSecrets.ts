import type { Finder, SecretKind } from '../../privacy/secret.ts';

export interface Dropped {
  readonly evidence: Readonly<Record<string, string>>;
  /** What was found, each kind once; none if all may be kept. */
  readonly kinds: readonly SecretKind[];
}

const JOINT = '\n';

/**
 * The evidence without what is secret: a field that holds a secret goes whole, and so do all fields that hold one
 * together, half a recovery phrase in each. What one field says of the digits in another is no secret.
 */
export function dropSecrets(evidence: Readonly<Record<string, string>>, find: Finder<SecretKind>): Dropped {
  const entries = Object.entries(evidence);
  const all = entries.map(([, value]) => value).join(JOINT);
  const across = find(all).filter(({ start, end }) => all.slice(start, end).includes(JOINT));
  const kinds = new Set(across.map(({ kind }) => kind));
  let offset = 0;
  const kept = entries.filter(([, value]) => {
    const [begins, ends] = [offset, offset + value.length];
    offset = ends + JOINT.length;
    const own = find(value);
    for (const { kind } of own) kinds.add(kind);
    return own.length === 0 && !across.some(({ start, end }) => start < ends && end > begins);
  });
  return { evidence: Object.fromEntries(kept), kinds: [...kinds] };
}
