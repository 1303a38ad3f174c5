/** What `/.well-known/security.txt` says (RFC 9116). */
export interface SecurityContact {
  /** Addresses with their scheme, the preferred one first: `mailto:…` or `https:…`. */
  readonly contacts: readonly string[];
  readonly languages: readonly string[];
  /** Where the file is served. */
  readonly canonical: string;
  /** A page that says how reports are handled. */
  readonly policy: string;
}

/** The RFC asks for less than a year; a site that is not built for half of one is not kept. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * The file, with an end that is counted from the day it was made.
 * @throws TypeError if an address has no scheme that researchers can use
 */
export function securityText(
  { contacts, languages, canonical, policy }: SecurityContact,
  made: Date,
): string {
  for (const address of [...contacts, canonical, policy])
    if (!/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(address))
      throw new TypeError(`security.txt: found "${address}"; expected an address with mailto: or https://.`);
  const today = Math.floor(made.getTime() / DAY_MS) * DAY_MS;
  const lines = [
    ...contacts.map((address) => `Contact: ${address}`),
    `Expires: ${new Date(today + VALID_DAYS * DAY_MS).toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${canonical}`,
    `Policy: ${policy}`,
  ];
  return `${lines.join('\n')}\n`;
}
