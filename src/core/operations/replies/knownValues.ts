import { networkOf } from '../../deflection/networks.ts';
import type { HandOver, IdentifierKind } from '../handOver.ts';
import type { PreparedReply } from './preparedReply.ts';
import { isOfType } from './variables.ts';
import type { Values } from './fillReply.ts';

/** What replies call an identifier. */
const NAMES: Readonly<Partial<Record<IdentifierKind, string>>> = {
  hash: 'hash',
  network: 'network',
  merchant: 'merchant',
  amount: 'amount',
  'order-id': 'orderNumber',
  'last-four': 'lastFour',
};

/** What is known already of what replies ask for. Of two of a kind nobody knows which is meant: neither is taken. */
export function knownValues(identifiers: HandOver['identifiers']): Values {
  const byKind = Map.groupBy(identifiers, ({ kind }) => kind);
  return Object.fromEntries(
    [...byKind].flatMap(([kind, [first, ...others]]) => {
      const name = NAMES[kind];
      if (name === undefined || first === undefined || others.length > 0) return [];
      return [[name, kind === 'network' ? (networkOf(first.value)?.name ?? first.value) : first.value]];
    }),
  );
}

/**
 * The replies as they are offered. What can be sent as it is comes before what somebody must look something up for; and of
 * those, what says most of what is known: it does not ask a customer for the hash that stands in the ticket.
 */
export function byKnown(replies: readonly PreparedReply[], values: Values): PreparedReply[] {
  const unknown = ({ variables }: PreparedReply): number =>
    variables.filter(({ name, type }) => !isOfType(type, values[name] ?? '')).length;
  return replies.toSorted((a, b) => unknown(a) - unknown(b) || b.variables.length - a.variables.length);
}
