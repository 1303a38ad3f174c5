import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impactsOf } from '../../../src/core/mining/impact.ts';
import {
  EMPTY_SUMMARY,
  medianHours,
  mergeSummaries,
  MOST_CENTRAL,
  summaryOf,
} from '../../../src/core/mining/issueSummary.ts';
import type { MinedTicket } from '../../../src/core/mining/minedTicket.ts';
import { createTally } from '../../../src/core/mining/tally.ts';

const slugs = fc.subarray(['wallet/a', 'wallet/b', 'card/c']);
const tickets = fc.uniqueArray(
  fc.record({
    ticket: fc.record({
      id: fc.string({ minLength: 1, maxLength: 5 }),
      atMs: fc.option(fc.integer({ min: 0, max: 2e12 }), { nil: undefined }),
      language: fc.constantFrom('en', 'zh-CN', 'other'),
      subject: fc.constant(''),
      text: fc.constantFrom('the app crashes on start', '余额不对', 'api timeout http 500', 'hello'),
      reply: fc.constant(''),
      resolution: fc.constant(''),
      answered: fc.boolean(),
      slugs,
      shown: slugs,
      opened: slugs,
      person: fc.option(fc.nat(8), { nil: undefined }),
      product: fc.option(fc.constantFrom('Card', 'Wallet'), { nil: undefined }),
      reopenings: fc.nat(3),
      solvedHours: fc.option(fc.double({ min: 0, max: 500, noNaN: true }), { nil: undefined }),
      versions: fc.subarray(['5.1', '6.0.2']),
    }) satisfies fc.Arbitrary<MinedTicket>,
    similarity: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
  }),
  { selector: ({ ticket }) => ticket.id, maxLength: 150 },
);

describe('summaries', () => {
  it('of shards, whichever and in any order, add up to that of the whole', () => {
    const sharded = tickets.chain((list) =>
      fc.record({
        list: fc.constant(list),
        shardOf: fc.array(fc.nat(4), { minLength: list.length, maxLength: list.length }),
        order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(sharded, ({ list, shardOf, order }) => {
        const singles = list.map(({ ticket, similarity }) => summaryOf(ticket, similarity));
        const shards = order.map((shard) =>
          mergeSummaries(singles.filter((_, place) => shardOf[place] === shard)),
        );
        expect(mergeSummaries(shards)).toEqual(mergeSummaries([EMPTY_SUMMARY, ...singles]));
      }),
    );
  });

  it('added one by one are those added at once, however many', () => {
    const ticket: MinedTicket = {
      id: '',
      atMs: 0,
      language: 'en',
      subject: '',
      text: 'x',
      reply: '',
      resolution: '',
      answered: false,
      slugs: [],
      shown: [],
      opened: [],
      person: undefined,
      product: undefined,
      reopenings: 0,
      solvedHours: undefined,
      versions: [],
    };
    const tally = createTally();
    const all = Array.from({ length: 5_000 }, (_, i) => ({
      ...ticket,
      id: `T-${i}`,
      text: `x ${i % 500}`,
      person: i % 7,
    }));
    all.forEach((one, i) => tally.add(3, one, (i % 100) / 100));
    const summary = tally.summary(3);
    expect(summary.tickets).toBe(5_000);
    expect(summary.people.size).toBe(7);
    expect(summary.central).toHaveLength(MOST_CENTRAL);
    expect(summary.central[0]!.similarity).toBe(9_900);
    expect(tally.summary(3)).toEqual(summary);
  });

  it('say within how many hours half was solved', () => {
    const hours = (list: readonly number[]) =>
      medianHours({
        ...EMPTY_SUMMARY,
        solvedHours: new Map(list.map((hour, i) => [hour, i + 1])),
      });
    expect(hours([])).toBeNull();
    expect(hours([1, 2, 16])).toBe(2);
  });

  it('are ranked by work, then by people', () => {
    const of = (count: number, people: number, reopenings = 0) => ({
      ...EMPTY_SUMMARY,
      tickets: count,
      people: new Set(Array(people).keys()),
      reopenings,
    });
    const impacts = impactsOf([of(5, 5), of(9, 1), of(5, 4, 4), of(9, 3)], 12.5);
    expect(impacts.map(({ rank }) => rank)).toEqual([4, 3, 1, 2]);
    expect(impacts[0]!.cost).toBe(62.5);
    expect(impactsOf([of(1, 1)], undefined)[0]!.cost).toBeNull();
  });
});
