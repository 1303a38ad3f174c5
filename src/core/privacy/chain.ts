/** Where an address or a transaction belongs, as far as its shape tells. */
export type Chain =
  'evm' | 'btc' | 'bch' | 'tron' | 'xrp' | 'sol' | 'ltc' | 'cosmos' | 'ton' | 'sui' | 'dot' | 'unknown';

const ADDRESSES: readonly (readonly [Chain, RegExp])[] = [
  ['evm', /^0x[0-9a-f]{40}$/i],
  // Aptos has the same.
  ['sui', /^0x[0-9a-f]{64}$/i],
  ['bch', /^(?:bitcoincash:|[qp][02-9ac-hj-np-z]{41}$)/i],
  ['dot', /^[15]\w{46,47}$/],
  ['btc', /^(?:bc1|[13]|[xyzuv]pub)/i],
  ['tron', /^T/],
  ['xrp', /^r/],
  ['ltc', /^(?:ltc1|[LM])/],
  ['ton', /^(?:EQ|UQ)[\w-]{46}$/],
  ['cosmos', /^(?:cosmos|osmo|addr)1/],
  ['sol', /^[1-9A-HJ-NP-Za-km-z]{32,44}$/],
];

/** Guesses the chain of an address. Every chain that speaks Ethereum's language has the same addresses. */
export function chainOfAddress(address: string): Chain {
  return ADDRESSES.find(([, shape]) => shape.test(address))?.[0] ?? 'unknown';
}

/** Guesses the chain of a transaction. Bitcoin, TRON and XRP all write 64 hex digits. */
export function chainOfTransaction(hash: string): Chain {
  if (/^0x/i.test(hash)) return 'evm';
  return /^[0-9a-f]{64}$/i.test(hash) ? 'unknown' : 'sol';
}

/** The one way of writing an address or a hash of which case says nothing: Ethereum's, Bitcoin's newer ones, hex. */
export function canonical(value: string): string {
  const plain = value.replace(/^bitcoincash:/i, '');
  return /^(?:0x[0-9a-f]+|[0-9a-f]{64}|(?:bc|ltc)1.*|[qp][02-9ac-hj-np-z]{41})$/i.test(plain)
    ? plain.toLowerCase()
    : plain;
}
