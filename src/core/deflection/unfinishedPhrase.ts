import type { Finder, SecretKind } from '../privacy/secret.ts';

/**
 * Four words of the English list: whoever ends with four more of them has the eight that are found. Ordinary words of the
 * list do not count, so prose hardly ever ends so.
 */
const REST = ' zone zoo yard wrist';

/**
 * A draft without the recovery phrase that it ends in and that is still being typed: too short to be told from prose, and
 * longer when somebody goes on. Only the English list, whose words stand apart from prose.
 */
export function withoutUnfinishedPhrase(text: string, find: Finder<SecretKind>): string {
  const end = text.trimEnd().length;
  const growing = find(text.slice(0, end) + REST).find((finding) => finding.start < end && end < finding.end);
  return growing?.kind === 'recovery-phrase' ? text.slice(0, growing.start) : text;
}
