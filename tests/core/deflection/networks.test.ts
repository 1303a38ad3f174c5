import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanHash,
  explorerUrl,
  NETWORKS,
  networkOf,
  networksFor,
  type NetworkId,
} from '../../../src/core/deflection/networks.ts';

const EVM = '0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060';
const BITCOIN = 'f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16';
const XRP = 'E3FE6EA3D48F0C2B639448020EA4F03D4F4F8FFDB243A852A0F59177921B4879';
const SOLANA = '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW';

describe('the shape of a hash', () => {
  it.each([
    [EVM, 'ethereum', `https://etherscan.io/tx/${EVM}`],
    [EVM, 'bsc', `https://bscscan.com/tx/${EVM}`],
    [BITCOIN, 'bitcoin', `https://mempool.space/tx/${BITCOIN}`],
    [BITCOIN, 'tron', `https://tronscan.org/#/transaction/${BITCOIN}`],
    [XRP, 'xrp', `https://xrpscan.com/tx/${XRP}`],
    [SOLANA, 'solana', `https://solscan.io/tx/${SOLANA}`],
    [EVM, 'bitcoin', undefined],
    [BITCOIN, 'ethereum', undefined],
    [SOLANA, 'xrp', undefined],
    [EVM.slice(0, -1), 'ethereum', undefined],
    [`${EVM}0`, 'ethereum', undefined],
    [EVM, 'other', undefined],
    [EVM, 'toString', undefined],
    [EVM, undefined, undefined],
  ])('%s on %s leads to %s', (hash, network, url) => {
    expect(explorerUrl(network, hash)).toBe(url);
  });

  it('says on which networks it could be', () => {
    expect(networksFor(SOLANA)).toEqual(['solana']);
    expect(networksFor(EVM)).toContain('polygon');
    expect(networksFor(EVM)).not.toContain('bitcoin');
    expect(networksFor(BITCOIN)).toEqual(expect.arrayContaining(['bitcoin', 'tron', 'litecoin', 'xrp']));
    expect(networksFor('no hash')).toEqual([]);
  });

  it('is found in the address of an explorer’s page', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(NETWORKS) as NetworkId[])),
        fc.constantFrom('', '?tab=logs', '/', '#eventlog'),
        fc.constantFrom('', ' ', '\n'),
        (network, tail, space) => {
          const hash = [EVM, BITCOIN, SOLANA].find((one) => NETWORKS[network].hash.test(one))!;
          expect(cleanHash(space + NETWORKS[network].explorer + hash + tail + space)).toBe(hash);
        },
      ),
    );
  });
});

it('makes an address of nothing but a hash', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(NETWORKS)), fc.string(), (network, text) => {
      const url = explorerUrl(network, text);
      if (url === undefined) return;
      const { explorer } = networkOf(network)!;
      expect(url.startsWith(explorer)).toBe(true);
      expect(decodeURIComponent(url.slice(explorer.length))).toMatch(/^[\w+/=-]+$/);
    }),
  );
});
