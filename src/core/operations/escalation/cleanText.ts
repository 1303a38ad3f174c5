import { findAll, replaceFindings, type Redacted } from '../../privacy/redact.ts';
import { SECRET_KINDS, type FindingKind } from '../../privacy/secret.ts';

/** What whoever mends a fault needs, and what is no secret: they stay, in internal systems only. */
const NEEDED: ReadonlySet<FindingKind> = new Set(['address', 'transaction-hash']);

/** A text as it may go to a colleague: secrets and personal data replaced, hashes and addresses left as they are. */
export function cleanText(text: string): Redacted {
  return replaceFindings(
    text,
    findAll(text).filter(({ kind }) => !NEEDED.has(kind)),
  );
}

/** How many of the findings were secrets, which is worth a warning, and how many personal data. */
export function countFindings(counts: Redacted['counts']): {
  readonly secret: number;
  readonly personal: number;
} {
  const sum = (isSecret: boolean): number =>
    Object.entries(counts)
      .filter(([kind]) => SECRET_KINDS.some((secret) => secret === kind) === isSecret)
      .reduce((total, [, count]) => total + count, 0);
  return { secret: sum(true), personal: sum(false) };
}
