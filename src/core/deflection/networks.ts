/** What a transaction's hash looks like on a network. */
const EVM = /^0x[0-9a-f]{64}$/i;
const HEX = /^[0-9a-f]{64}$/i;
const BASE58 = /^[1-9A-HJ-NP-Za-km-z]{86,88}$/;
const HEX_OR_BASE64 = /^(?:[0-9a-f]{64}|[\w+/-]{43}=?)$/i;

export interface Network {
  /** As people see it in an exchange's list of networks. */
  readonly name: string;
  readonly hash: RegExp;
  /** Address of a public explorer's page on a transaction, without the hash at its end. */
  readonly explorer: string;
}

/** The networks that the form offers, the most used first. */
export const NETWORKS = {
  ethereum: { name: 'Ethereum (ERC20)', hash: EVM, explorer: 'https://etherscan.io/tx/' },
  tron: { name: 'Tron (TRC20)', hash: HEX, explorer: 'https://tronscan.org/#/transaction/' },
  bsc: { name: 'BNB Smart Chain (BEP20)', hash: EVM, explorer: 'https://bscscan.com/tx/' },
  bitcoin: { name: 'Bitcoin', hash: HEX, explorer: 'https://mempool.space/tx/' },
  solana: { name: 'Solana', hash: BASE58, explorer: 'https://solscan.io/tx/' },
  polygon: { name: 'Polygon', hash: EVM, explorer: 'https://polygonscan.com/tx/' },
  arbitrum: { name: 'Arbitrum One', hash: EVM, explorer: 'https://arbiscan.io/tx/' },
  optimism: { name: 'Optimism', hash: EVM, explorer: 'https://optimistic.etherscan.io/tx/' },
  base: { name: 'Base', hash: EVM, explorer: 'https://basescan.org/tx/' },
  avalanche: { name: 'Avalanche C-Chain', hash: EVM, explorer: 'https://snowtrace.io/tx/' },
  ton: { name: 'TON', hash: HEX_OR_BASE64, explorer: 'https://tonviewer.com/transaction/' },
  xrp: { name: 'XRP Ledger', hash: HEX, explorer: 'https://xrpscan.com/tx/' },
  litecoin: { name: 'Litecoin', hash: HEX, explorer: 'https://litecoinspace.org/tx/' },
  dogecoin: { name: 'Dogecoin', hash: HEX, explorer: 'https://blockchair.com/dogecoin/transaction/' },
} as const satisfies Readonly<Record<string, Network>>;
export type NetworkId = keyof typeof NETWORKS;

/** What somebody chooses whose network is not in the list; any hash will do for it. */
export const OTHER_NETWORK = 'other';

/** A network by its id; undefined for the other one, and for what is none. */
export function networkOf(id: string | undefined): Network | undefined {
  return id !== undefined && Object.hasOwn(NETWORKS, id) ? NETWORKS[id as NetworkId] : undefined;
}

/** The hash in what somebody pasted, which may be the address of an explorer's page. */
export function cleanHash(value: string): string {
  return value
    .trim()
    .replace(/^https?:\/\/\S*\/(?=[^/]+\/?$)/i, '')
    .replace(/[/?#].*$/, '');
}

/** The networks on which a hash of this shape could be a transaction; none if it is no hash at all. */
export function networksFor(hash: string): NetworkId[] {
  return (Object.keys(NETWORKS) as NetworkId[]).filter((id) => NETWORKS[id].hash.test(cleanHash(hash)));
}

/**
 * The page on a transaction in its network's public explorer.
 * @returns undefined for a network without one, and for a hash that has not that network's shape: nothing but a hash
 * may become part of an address
 */
export function explorerUrl(network: string | undefined, hash: string): string | undefined {
  const known = networkOf(network);
  const cleaned = cleanHash(hash);
  return known?.hash.test(cleaned) ? known.explorer + encodeURIComponent(cleaned) : undefined;
}
