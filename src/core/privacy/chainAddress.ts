import { patternFinder, type PatternFinder } from './pattern.ts';

/** Where only the words before them tell an address from the hash of a transaction: Sui and Aptos have as many digits. */
const namedLongAddress = patternFinder(
  'address',
  /(?:(?<![a-z])(?:sui|aptos|apt|address|addr|sent (?:it )?to|receiver|recipient)|地址|转到|转给|打到)[^0-9a-z\n]{0,12}(?<value>0x[0-9a-f]{64})(?![0-9a-z])/dgu,
);
const transactionHash = patternFinder('transaction-hash', /(?<![0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/dgu);
/** Solana's is a signature: 64 bytes in base 58. */
const solanaSignature = patternFinder(
  'transaction-hash',
  /(?<![0-9a-z])[1-9a-z]{86,88}(?![0-9a-z])/dgu,
  isMixedBase58,
);
/**
 * Ethereum and its kin, Bitcoin, Litecoin and Bitcoin Cash (base 58, bech32 and its like), TRON, XRP, Cosmos, Cardano,
 * Polkadot, TON.
 */
const address = patternFinder(
  'address',
  /(?<![0-9a-z])(?:0x[0-9a-f]{40}|(?:bc|tb|ltc)1[02-9ac-hj-np-z]{25,62}|(?:bitcoincash:)?[qp][02-9ac-hj-np-z]{41}|t[1-9a-z]{33}|[13lmd][1-9a-z]{25,34}|r[1-9a-z]{24,34}|(?:cosmos|osmo|celestia)1[02-9ac-hj-np-z]{38}|addr1[02-9ac-hj-np-z]{50,100}|[15][1-9a-z]{46,47}|[eu]q[\w-]{46})(?![0-9a-z])/dgu,
  (value) =>
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    (/^(?:0x|\w{2,8}1|bitcoincash:|(?=.*\d.*\d.*\d)[qp][^1bio]{41}$)/i.test(value) || isMixedCase(value)),
);
/** Solana's: where the words say so, or at their full length. */
const solanaAddress = patternFinder(
  'address',
  /(?:(?:address|addr|wallet|地址|钱包|錢包)[^0-9a-z]{0,12}|(?<![0-9a-z])(?=[0-9a-z]{43}))(?<value>[1-9a-z]{32,44})(?![0-9a-z])/dgu,
  isMixedBase58,
);
/** What all addresses of a wallet can be made of: no secret, but its whole history. */
const extendedPublicKey = patternFinder('address', /(?<![0-9a-z])[xyztuv]pub[1-9a-z]{90,112}/dgu);

/** Addresses and transactions of many chains; in this order, the earlier one says what it is. */
export const CHAIN_FINDERS: readonly PatternFinder<'address' | 'transaction-hash'>[] = [
  namedLongAddress,
  transactionHash,
  solanaSignature,
  address,
  solanaAddress,
  extendedPublicKey,
];

function isMixedCase(value: string): boolean {
  return /[A-Z]/.test(value) && /[a-z]/.test(value);
}

/** Letters of both cases and digits, as chance puts them into base 58; words and numbers are not so mixed. */
function isMixedBase58(value: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]+$/.test(value) && /\d/.test(value) && isMixedCase(value);
}
