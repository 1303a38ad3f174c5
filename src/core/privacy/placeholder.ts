import { canonical, chainOfAddress, chainOfTransaction } from './chain.ts';
import { fold } from './fold.ts';
import { keyedHash } from './keyedHash.ts';
import type { FindingKind } from './secret.ts';

export interface RedactOptions {
  /**
   * With a key, addresses and transaction hashes become pseudonyms that are the same in every text, so that tickets about
   * one address can be joined; without it they become plain placeholders.
   */
  readonly pseudonymKey?: string | undefined;
}

/** What stands in the place of a finding. */
export type Placeholder = (kind: FindingKind, value: string) => string;

/** The kind and no more: for texts that are compared with those of others. */
export const kindOnly: Placeholder = (kind) => `[${kind}]`;

/**
 * Placeholders for texts that belong together: the same value gets the same one, the first of a kind `[email]`, the next one
 * `[email 2]`. Most texts have one of each, and stay comparable to one another. With a key, `[address evm 3k9x0q2m7a]`.
 */
export function placeholders({ pseudonymKey }: RedactOptions): Placeholder {
  const seen = new Map<FindingKind, string[]>();
  return (kind, value) => {
    if (pseudonymKey !== undefined && (kind === 'address' || kind === 'transaction-hash'))
      return pseudonym(pseudonymKey, kind, value);
    const values = seen.get(kind) ?? [];
    seen.set(kind, values);
    const key = sameness(kind, value);
    if (!values.includes(key)) values.push(key);
    const place = values.indexOf(key);
    return place === 0 ? `[${kind}]` : `[${kind} ${place + 1}]`;
  };
}

function pseudonym(key: string, kind: 'address' | 'transaction-hash', value: string): string {
  const chain = kind === 'address' ? chainOfAddress(value) : chainOfTransaction(value);
  const words = [kind, ...(chain === 'unknown' ? [] : [chain]), keyedHash(key, canonical(value))];
  return `[${words.join(' ')}]`;
}

/** What two ways of writing the same thing have in common. */
function sameness(kind: FindingKind, value: string): string {
  if (kind === 'phone') return value.normalize('NFKC').replace(/\D/g, '').slice(-10);
  if (kind === 'address' || kind === 'transaction-hash') return canonical(value);
  if (kind === 'card-number') return value.normalize('NFKC').replace(/\D/g, '').slice(0, 16);
  if (kind === 'password' || kind === 'private-key') return value;
  return fold(value).replace(/[\s-]+/g, kind === 'name' ? ' ' : '');
}
