import { ALL_LISTS } from './allLists.ts';
import { readingLegibly } from './legible.ts';
import { withoutOverlaps } from './overlap.ts';
import { findPersonal } from './personal.ts';
import { inPieces } from './pieces.ts';
import { placeholders, type Placeholder, type RedactOptions } from './placeholder.ts';
import type { Finding, FindingKind } from './secret.ts';
import { plainSecretFinder } from './secretFinder.ts';

export interface Redacted {
  /** The text with every finding replaced by its kind in brackets: `[email]`, and another one by `[email 2]`. */
  readonly text: string;
  /** How many of each kind were taken out. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Takes out of a text what mining must not keep: secrets, and what identifies a person, an account or a payment. */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  return replaceFindings(text, findAll(text), placeholders(options));
}

/**
 * The text with placeholders for findings that are already known, see `findAll`.
 * @param placeholder one for all texts of which the same value should have the same
 */
export function replaceFindings(
  text: string,
  findings: readonly Finding[],
  placeholder: Placeholder = placeholders({}),
): Redacted {
  const counts: Record<string, number> = {};
  let redacted = '';
  let position = 0;
  for (const { kind, start, end } of findings) {
    redacted += text.slice(position, start) + placeholder(kind, text.slice(start, end));
    counts[kind] = (counts[kind] ?? 0) + 1;
    position = end;
  }
  return { text: redacted + text.slice(position), counts };
}

const findPlainSecrets = plainSecretFinder(ALL_LISTS);
const findAny = inPieces(
  readingLegibly<FindingKind>((text) => [...findPlainSecrets(text), ...findPersonal(text)]),
);

/** All findings in the order of the text, without overlaps; secrets come first where two claim the same place. */
export function findAll(text: string): Finding[] {
  return withoutOverlaps(text, findAny(text));
}
