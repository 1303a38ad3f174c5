import type { FindingKind } from '../../privacy/secret.ts';

/**
 * Values that belong to nobody, by the bodies that keep them free for examples. Of recovery phrases, keys, cards, passwords
 * and codes there are none: a reader might use an example.
 */
const RESERVED: Readonly<Partial<Record<FindingKind, RegExp>>> = {
  // RFC 2606 and RFC 6761: domain names.
  email: /@(?:[\w-]+\.)*(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i,
  // RFC 5737 and RFC 3849: addresses for documentation; RFC 1918 and RFC 1122: those that lead nowhere from outside.
  ip: /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|10\.|192\.168\.|127\.|0\.0\.0\.0$|2001:db8:|::1$)/i,
  // North American Numbering Plan: 555-0100 to 555-0199. Ofcom: numbers for drama, such as 020 7946 0000 and 07700 900000.
  phone: /(?:555\D?01\d\d|20\D?7946\D?0\d{3}|7700\D?900\d{3}|1632\D?960\d{3})$/,
  // The zero address, the address that burnt coins are sent to, and a row of one digit.
  address: /^0x(?:0{36}(?:0000|dead)|([0-9a-f])\1{39})$/i,
  'transaction-hash': /^(?:0x)?([0-9a-f])\1{63}$/i,
  // The IBAN registry's own example for the United Kingdom and for Germany.
  iban: /^(?:GB29\s?NWBK\s?6016\s?1331\s?9268\s?19|DE89\s?3704\s?0044\s?0532\s?0130\s?00)$/i,
};

/** Whether a value may stand in an example. */
export function isReserved(kind: FindingKind, value: string): boolean {
  return RESERVED[kind]?.test(value.trim()) ?? false;
}

/** What to write instead, for messages. */
export const EXAMPLES: Readonly<Record<FindingKind, string>> = {
  'recovery-phrase':
    'Remove it: there is no recovery phrase that may stand in an article, not even an example',
  'private-key': 'Remove it: there is no private key that may stand in an article, not even an example',
  'card-number': 'Write the last four digits only, such as "ends in 4242"',
  'card-security-code': 'Remove it, and write "the code on the back" instead',
  password: 'Remove it, and say what it is for instead',
  'one-time-code': 'Remove it, and write "the code" instead',
  email: 'Write a variable such as {supportEmail}, or an address at example.com',
  phone: 'Write a variable, or a number kept for examples such as +44 20 7946 0000',
  name: 'Leave the name out',
  iban: "Remove it, or write the registry's example GB29 NWBK 6016 1331 9268 19",
  'bank-account': 'Remove it',
  'national-id': 'Remove it',
  ip: 'Write an address kept for examples, such as 192.0.2.1',
  'api-key': 'Remove it, and have it revoked if it was a real one',
  address: 'Describe it by how it begins, such as "an address that begins with 0x"',
  'transaction-hash': 'Describe it, or write a placeholder such as <tx_hash>',
  'postal-address': 'Remove it',
  'birth-date': 'Remove it',
  handle: 'Remove it, or name an official one by a variable',
  'device-id': 'Remove it',
  'security-answer': 'Remove it, and say what it is for instead',
};
