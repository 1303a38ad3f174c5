/** What must never be stored, sent, logged or echoed, and what the form therefore refuses. */
export const SECRET_KINDS = [
  'recovery-phrase',
  'private-key',
  'card-number',
  'card-security-code',
  'password',
  'one-time-code',
] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** What identifies a person or an account; tickets may carry it, what mining keeps may not. */
export const PERSONAL_KINDS = [
  'email',
  'phone',
  'name',
  'iban',
  'bank-account',
  'national-id',
  'ip',
  'api-key',
  'address',
  'transaction-hash',
  'postal-address',
  'birth-date',
  'handle',
  'device-id',
  'security-answer',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export type FindingKind = SecretKind | PersonalKind;

/** A stretch of a text, in UTF-16 units, `end` exclusive. It never carries the text itself. */
export interface Finding<Kind extends FindingKind = FindingKind> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

export type Finder<Kind extends FindingKind = FindingKind> = (text: string) => Finding<Kind>[];
