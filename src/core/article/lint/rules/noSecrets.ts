import { findAll } from '../../../privacy/redact.ts';
import type { FindingKind } from '../../../privacy/secret.ts';
import { EXAMPLES, isReserved } from '../reserved.ts';
import type { FileFinding, PageRule, PhrasingsRule } from '../rule.ts';

/** No recovery phrase, key, card number or personal data stands in an article; examples are from reserved lists. */
export const noSecrets: PageRule = {
  kind: 'page',
  id: 'no-secrets',
  check: ({ text, tree, bodyStart }) => {
    // One block at a time, a list or table as a whole: words do not make a phrase across paragraphs.
    const starts = [0, ...tree.children.map(({ position }) => bodyStart + (position?.start.offset ?? 0))];
    return starts.flatMap((start, i) => findingsIn(withoutHashes(text.slice(start, starts[i + 1])), start));
  },
};

/** Nor in a phrasing, which is published with the index. */
export const noSecretsInPhrasings: PhrasingsRule = {
  kind: 'phrasings',
  id: 'no-secrets',
  check: ({ phrasings }) =>
    phrasings.flatMap(({ text, at }) => findingsIn(text, at).map((finding) => ({ ...finding, at }))),
};

/** The hashes of a translation's sections are what a command has written; some have no letters. Positions stay. */
function withoutHashes(text: string): string {
  return text.replace(/: '[0-9a-f]{12}'$/gm, (hash) => ' '.repeat(hash.length));
}

function findingsIn(text: string, offset: number): FileFinding[] {
  return findAll(text).flatMap(({ kind, start, end }) =>
    isReserved(kind, text.slice(start, end)) || isQuery(kind, text.slice(start, end))
      ? []
      : [
          {
            at: offset + start,
            severity: 'error' as const,
            // The value is not repeated: what a build prints is kept by others.
            message: `This looks like ${NAMES[kind]}. ${EXAMPLES[kind]}.`,
          },
        ],
  );
}

/** "status:error @error.code" and "now >= @timestamp" are queries; nobody writes an address in an article like that. */
function isQuery(kind: FindingKind, value: string): boolean {
  return kind === 'email' && /\s@|@\s/.test(value);
}

const NAMES: Readonly<Record<FindingKind, string>> = {
  'recovery-phrase': 'a recovery phrase',
  'private-key': 'a private key',
  'card-number': 'a card number',
  'card-security-code': 'the security code of a card',
  password: 'a password',
  'one-time-code': 'a one-time code',
  email: 'the email address of a person',
  phone: 'a phone number',
  name: 'the name of a person',
  iban: 'a bank account number',
  'bank-account': 'a bank account number',
  'national-id': 'the number of an identity document',
  ip: 'the IP address of a person',
  'api-key': 'an API key',
  address: 'the address of a wallet',
  'transaction-hash': 'the hash of a transaction',
  'postal-address': 'the address of a person',
  'birth-date': 'the date of a birth',
  handle: 'the name of a person on another service',
  'device-id': 'the number of a device',
  'security-answer': 'the answer to a security question',
};
