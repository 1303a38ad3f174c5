import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placed } from '../../../src/core/ticket/format.ts';
import { joinParts } from '../../../src/core/ticket/joinParts.ts';
import type { ReadResult, Ticket, TicketPart } from '../../../src/core/ticket/ticket.ts';

const ticket = (id: string, asked = `question ${id}`): ReadResult => ({
  ticket: {
    id,
    createdAt: undefined,
    subject: '',
    messages: asked === '' ? [] : [{ author: 'requester', body: asked }],
    tags: [],
    requesterKey: `person ${id}`,
  },
  partsKey: id,
});
const part = (ticketKey: string, body: string, more: Partial<TicketPart> = {}): ReadResult => ({
  parts: [{ ticketKey, body, ...more }],
});

async function join(results: readonly ReadResult[], most?: number): Promise<Placed[]> {
  const items = (async function* () {
    for (const [i, result] of results.entries())
      yield await Promise.resolve({ result, place: `record ${i + 1}` });
  })();
  const all: Placed[] = [];
  for await (const item of joinParts(items, most)) all.push(item);
  return all;
}

const ticketsOf = (placed: readonly Placed[]): Ticket[] =>
  placed.flatMap(({ result }) => ('ticket' in result ? [result.ticket] : []));
const skippedOf = (placed: readonly Placed[]): string[] =>
  placed.flatMap(({ result, place }) => ('skipped' in result ? [`${result.skipped}: ${place}`] : []));

describe('messages that are kept apart from their tickets', () => {
  it('come to them, before or after, in the order of their dates', async () => {
    const joined = await join([
      part('1', 'later', { author: 'agent', createdAt: '2026-05-02T00:00:00Z' }),
      ticket('1'),
      ticket('2'),
      part('1', 'earlier', { authorKey: 'person 1', createdAt: '2026-05-01T00:00:00Z' }),
      part('2', 'a note', { hidden: true }),
    ]);
    expect(
      ticketsOf(joined).map(({ messages }) => messages.map(({ author, body }) => `${author}: ${body}`)),
    ).toEqual([['requester: question 1', 'requester: earlier', 'agent: later'], ['requester: question 2']]);
    expect(skippedOf(joined)).toEqual([]);
  });

  it('do not repeat the question, and a note is no question', async () => {
    const joined = await join([
      ticket('1', 'It is\nstuck'),
      part('1', 'It  is stuck', { authorKey: 'person 1', createdAt: '2026-05-01T00:00:00Z' }),
      ticket('2', 'rude on the phone'),
      part('2', 'rude on the phone', { hidden: true }),
      part('2', 'please help', { author: 'requester' }),
    ]);
    expect(ticketsOf(joined).map(({ messages }) => messages.map(({ body }) => body))).toEqual([
      ['It  is stuck'],
      ['please help'],
    ]);
  });

  it('without a ticket are counted, and so are tickets without a word', async () => {
    const joined = await join([
      part('9', 'lost'),
      part('', 'nobody’s'),
      ticket('1', ''),
      ticket('1', 'again'),
      { parts: [] },
      { skipped: 'malformed' },
    ]);
    expect(ticketsOf(joined)).toEqual([]);
    expect(skippedOf(joined).sort()).toEqual([
      'empty: record 3',
      'malformed: record 6',
      'no-ticket: record 1',
      'no-ticket: record 2',
      'other: record 5',
      'repeated-id: record 4',
    ]);
  });

  it('make the same tickets in every order, as sorting them all would', async () => {
    const ids = ['1', '2', '3', '4'];
    const parts = fc.array(
      fc.record({ id: fc.constantFrom(...ids), minute: fc.integer({ min: 10, max: 59 }) }),
      {
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(parts, fc.infiniteStream(fc.nat()), async (list, random) => {
        const unique = [...new Map(list.map((entry) => [entry.minute, entry])).values()];
        const results = [
          ...ids.map((id) => ticket(id)),
          ...unique.map(({ id, minute }) =>
            part(id, `at ${minute}`, { author: 'agent', createdAt: `2026-05-01T00:${minute}:00Z` }),
          ),
        ];
        const shuffled = results
          .map((result) => ({ result, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ result }) => result);
        const joined = ticketsOf(await join(shuffled)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(joined.map(({ id, messages }) => [id, ...messages.map(({ body }) => body)])).toEqual(
          ids.map((id) => [
            id,
            `question ${id}`,
            ...unique
              .filter((entry) => entry.id === id)
              .map(({ minute }) => `at ${minute}`)
              .sort(),
          ]),
        );
      }),
    );
  });

  it('never hold more than they may: what waited longest goes on without', async () => {
    const results = [...Array(100).keys()].map((i) => ticket(String(i)));
    const joined = await join(
      [part('0', 'in time'), ...results, part('0', 'too late'), part('99', 'in time')],
      10_000,
    );
    expect(ticketsOf(joined)).toHaveLength(100);
    expect(skippedOf(joined)).toEqual(['no-ticket: record 102']);
    const messages = new Map(
      ticketsOf(joined).map(({ id, messages: all }) => [id, all.map(({ body }) => body)]),
    );
    expect(messages.get('0')).toEqual(['question 0', 'in time']);
    expect(messages.get('99')).toEqual(['question 99', 'in time']);
  });
});
