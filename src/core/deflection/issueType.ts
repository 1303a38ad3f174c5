import { NETWORKS, networkOf, networksFor, OTHER_NETWORK, cleanHash } from './networks.ts';

/** What a ticket is about; asked first, because it decides what else is asked. */
export const ISSUE_TYPES = ['wallet', 'card', 'payment', 'security', 'account'] as const;
export type IssueType = (typeof ISSUE_TYPES)[number];

export const FIELD_IDS = ['network', 'transactionHash', 'cardLastFour', 'appVersion', 'device'] as const;
export type FieldId = (typeof FIELD_IDS)[number];
export type FieldValues = Readonly<Partial<Record<FieldId, string>>>;

export interface FieldSpec {
  readonly kind: 'text' | 'choice' | 'hash' | 'last4';
  /** In UTF-16 units, as the attribute of an input counts them. */
  readonly maxLength: number;
  /** Of a choice: the ids to choose from. */
  readonly options?: readonly string[];
}

export const FIELDS: Readonly<Record<FieldId, FieldSpec>> = {
  network: { kind: 'choice', maxLength: 20, options: [...Object.keys(NETWORKS), OTHER_NETWORK] },
  // An explorer's address around the hash is taken too.
  transactionHash: { kind: 'hash', maxLength: 200 },
  cardLastFour: { kind: 'last4', maxLength: 4 },
  appVersion: { kind: 'text', maxLength: 40 },
  device: { kind: 'text', maxLength: 80 },
};

/** What is asked for each type, in this order. Nobody is asked for what nobody will use. */
export const FIELDS_OF: Readonly<Record<IssueType, readonly FieldId[]>> = {
  wallet: ['network', 'transactionHash', 'appVersion', 'device'],
  card: ['cardLastFour', 'appVersion'],
  payment: ['network', 'transactionHash', 'cardLastFour'],
  security: ['network', 'transactionHash', 'cardLastFour', 'device'],
  account: ['appVersion', 'device'],
};

/** Why a value cannot be sent; the form has a sentence for each. */
export type Problem = 'required' | 'invalid' | 'too-long';

/**
 * Checks one field.
 * @param others the values of the other fields: a hash is held against its network
 */
export function checkField(id: FieldId, value: string, others: FieldValues = {}): Problem | undefined {
  const { kind, maxLength, options } = FIELDS[id];
  const trimmed = value.trim();
  // Nothing is required, but for this: sixty-four digits alone do not say on which of ten networks to look.
  if (trimmed === '')
    return id === 'network' && needsNetwork(others.transactionHash) ? 'required' : undefined;
  if (kind === 'last4') return /^[0-9]{4}$/.test(trimmed) ? undefined : 'invalid';
  if (trimmed.length > maxLength) return 'too-long';
  if (options) return options.includes(trimmed) ? undefined : 'invalid';
  if (kind === 'hash') return fits(trimmed, others.network) ? undefined : 'invalid';
  return undefined;
}

/** The problems of all fields that a type asks for; the fields of other types are not looked at. */
export function checkFields(
  type: IssueType | undefined,
  values: FieldValues,
): Partial<Record<FieldId, Problem>> {
  const problems = fieldsOf(type).map((id) => [id, checkField(id, values[id] ?? '', values)] as const);
  return Object.fromEntries(problems.filter(([, problem]) => problem));
}

/** The values that belong to a type, trimmed and without empty ones; a hash without the address around it. */
export function fieldsFor(type: IssueType | undefined, values: FieldValues): FieldValues {
  return Object.fromEntries(
    fieldsOf(type).flatMap((id) => {
      const value = values[id]?.trim() ?? '';
      // A whole card number must not travel, whatever became of the checks before.
      if (value === '' || (id === 'cardLastFour' && !/^[0-9]{4}$/.test(value))) return [];
      return [[id, id === 'transactionHash' ? cleanHash(value) : value]];
    }),
  );
}

function fieldsOf(type: IssueType | undefined): readonly FieldId[] {
  return type ? FIELDS_OF[type] : [];
}

function needsNetwork(hash = ''): boolean {
  return networksFor(hash).length > 1;
}

function fits(value: string, network = ''): boolean {
  const known = networkOf(network.trim());
  if (known) return known.hash.test(cleanHash(value));
  if (network.trim() === OTHER_NETWORK) return /^[\w+/=-]{16,120}$/.test(cleanHash(value));
  return networksFor(value).length > 0;
}
