import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolved } from '../../../../src/core/operations/incidents/change.ts';
import { matchIncident, networksNamed } from '../../../../src/core/operations/incidents/matching.ts';
import { NETWORK_WORDS } from '../../../../src/core/operations/incidents/networkWords.ts';
import { DAY, incident, NOW, publishedOf } from './fixture.ts';

const swap = incident();
const card = incident({
  id: '2026-11-21-card',
  severity: 'sev1',
  components: ['card'],
  title: { en: 'Card payments fail', 'zh-CN': '刷卡付款失败' },
  match: { articles: [], networks: [], words: { en: [], 'zh-CN': [] } },
});
const both = publishedOf(swap, card);

function matched(text: string, slugs: readonly string[] = [], network?: string): string | undefined {
  return matchIncident({ text, slugs, language: 'en', network }, both, NOW)?.id;
}

describe('the incident that a ticket is about', () => {
  it.each([
    ['my swap is stuck', swap.id],
    ['Swapping BNB takes forever', swap.id],
    ['我在币安链上闪兑一直没成功', swap.id],
    ['兑换卡住了bsc', swap.id],
    ['my card was declined at the shop', card.id],
    ['it just WON’T PAY', card.id],
    ['刷卡一直失败', card.id],
    ['swap on ethereum failed', undefined],
    ['以太坊上的兑换失败', undefined],
    ['how do I add BNB Smart Chain?', undefined],
    ['I forgot my passcode', undefined],
    ['cardano swapfile', swap.id],
    ['reswapped', undefined],
    ['', undefined],
  ])('%s', (text, id) => {
    expect(matched(text)).toBe(id);
  });

  it('is found by the best article, and by a lesser one only beside its network', () => {
    expect(matched('it hangs', ['wallet/swap-failed'])).toBe(swap.id);
    expect(matched('it hangs', ['wallet/gas', 'wallet/swap-failed'])).toBeUndefined();
    expect(matched('it hangs on bep20', ['wallet/gas', 'wallet/swap-failed'])).toBe(swap.id);
  });

  it('takes the network of the form, and no other', () => {
    expect(matched('my swap is stuck', [], 'bsc')).toBe(swap.id);
    expect(matched('my swap is stuck', [], 'tron')).toBeUndefined();
  });

  it('is none once it is over, once its notice has gone, and for readers whom it does not concern', () => {
    const query = { text: 'my swap is stuck', slugs: [], language: 'en' as const };
    const over = resolved(swap, { text: { en: 'x', 'zh-CN': 'y' }, keepMs: DAY }, NOW);
    expect(matchIncident(query, publishedOf(over), NOW)).toBeUndefined();
    expect(matchIncident(query, publishedOf(swap), Date.parse(swap.expires) - 1)?.id).toBe(swap.id);
    expect(matchIncident(query, publishedOf(swap), Date.parse(swap.expires))).toBeUndefined();
    expect(matchIncident(query, publishedOf({ ...swap, languages: ['zh-CN'] }), NOW)).toBeUndefined();
  });

  it('is the same in whatever order incidents stand', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...both], { minLength: 2, maxLength: 2 }),
        fc.constantFrom('swap declined', 'card payment and swap on bsc', '刷卡兑换'),
        (incidents, text) => {
          const query = { text, slugs: [], language: 'zh-CN' as const };
          expect(matchIncident(query, incidents, NOW)?.id).toBe(matchIncident(query, both, NOW)?.id);
        },
      ),
    );
  });

  it('never throws, whatever is typed or published', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, words) => {
        const hostile = both.map((one) => ({
          ...one,
          match: { ...one.match, words: { en: words, 'zh-CN': words } },
        }));
        expect(() => matchIncident({ text, slugs: [], language: 'en' }, hostile, NOW)).not.toThrow();
      }),
    );
  });
});

describe('networks in a text', () => {
  it.each(Object.entries(NETWORK_WORDS).flatMap(([id, words]) => words.map((word) => [word, id])))(
    '%s is %s',
    (word, id) => {
      expect([...networksNamed(`I sent it over ${word} yesterday`)]).toContain(id);
      expect([...networksNamed(`我用${word}转的`)]).toContain(id);
    },
  );

  it('are not seen in other words', () => {
    expect([...networksNamed('the base of my solution is based on tronic method, a stone')]).toEqual([]);
  });
});
