import type { NetworkId } from '../../deflection/networks.ts';

/** How people name a network in a ticket, besides its standard for tokens. Those that are ordinary words stand with a second one. */
export const NETWORK_WORDS: Readonly<Record<NetworkId, readonly string[]>> = {
  ethereum: ['ethereum', 'eth', 'erc20', 'erc-20', 'erc 20', '以太坊', '以太'],
  tron: ['tron', 'trx', 'trc20', 'trc-20', 'trc 20', '波场'],
  bsc: ['bsc', 'bnb', 'bep20', 'bep-20', 'bep 20', 'binance smart chain', '币安链', '币安智能链'],
  bitcoin: ['bitcoin', 'btc', '比特币'],
  solana: ['solana', 'sol', 'spl token', '索拉纳'],
  polygon: ['polygon', 'matic', '马蹄'],
  arbitrum: ['arbitrum', 'arb'],
  optimism: ['optimism', 'op mainnet'],
  base: ['base network', 'base chain', 'base mainnet', 'on base', 'base 链', 'base链', 'base 网络'],
  avalanche: ['avalanche', 'avax', 'c-chain', '雪崩链', '雪崩协议'],
  ton: ['toncoin', 'ton network', 'ton chain', 'ton 链', 'ton链'],
  xrp: ['xrp', 'ripple', 'xrpl', '瑞波'],
  litecoin: ['litecoin', 'ltc', '莱特币'],
  dogecoin: ['dogecoin', 'doge', '狗狗币'],
};
