import { withOpening } from './readers/messages.ts';
import type { Placed } from './format.ts';
import { ticketOrEmpty, type Message, type ReadResult, type Ticket, type TicketPart } from './ticket.ts';

/** Characters of tickets and parts that wait for one another at most: about half a gigabyte at the worst. */
export const MOST_WAITING = 128 * 1024 * 1024;
/** What an object, its keys and its place cost beside its text. */
const OVERHEAD = 400;

/**
 * Brings tickets and the messages that an export keeps apart from them together, in whichever order they come. Tickets
 * that may have such messages wait for the end of the export, and messages for their tickets. If more waits than `most`
 * characters, the older half goes on as it is: then tickets are without the answers that come later in the export, and
 * messages without a ticket are counted as such.
 */
export async function* joinParts<Item extends Placed>(
  items: AsyncIterable<Item>,
  most = MOST_WAITING,
): AsyncGenerator<Item> {
  const tickets = new Map<string, { readonly item: Item; readonly ticket: Ticket; readonly size: number }>();
  const parts = new Map<string, { readonly items: Item[]; readonly parts: TicketPart[]; size: number }>();
  let waiting = 0;

  const finishTicket = (key: string): Item => {
    const { item, ticket, size } = tickets.get(key)!;
    const own = parts.get(key);
    tickets.delete(key);
    parts.delete(key);
    waiting -= size + (own?.size ?? 0);
    return { ...item, result: joined(ticket, own?.parts ?? []) };
  };
  const dropParts = (key: string): Item[] => {
    const { items: lost, size } = parts.get(key)!;
    parts.delete(key);
    waiting -= size;
    return lost.map((item) => ({ ...item, result: { skipped: 'no-ticket' } }));
  };
  const makeRoom = function* (): Generator<Item> {
    for (const key of tickets.keys()) {
      if (waiting <= most / 2) return;
      yield finishTicket(key);
    }
    for (const key of parts.keys()) {
      if (waiting <= most / 2) return;
      yield* dropParts(key);
    }
  };

  for await (const item of items) {
    const { result } = item;
    if ('parts' in result) {
      const owned = result.parts.filter(({ ticketKey }) => ticketKey !== '');
      if (owned.length === 0)
        yield { ...item, result: { skipped: result.parts.length === 0 ? 'other' : 'no-ticket' } };
      for (const part of owned) {
        const known = parts.get(part.ticketKey) ?? { items: [], parts: [], size: 0 };
        const size = part.body.length + OVERHEAD;
        if (known.items.at(-1) !== item) known.items.push(item);
        known.parts.push(part);
        known.size += size;
        waiting += size;
        parts.set(part.ticketKey, known);
      }
    } else if ('ticket' in result && result.partsKey !== undefined) {
      if (tickets.has(result.partsKey)) {
        yield { ...item, result: { skipped: 'repeated-id' } };
        continue;
      }
      const size = sizeOf(result.ticket);
      tickets.set(result.partsKey, { item, ticket: result.ticket, size });
      waiting += size;
    } else yield item;
    if (waiting > most) yield* makeRoom();
  }
  for (const key of tickets.keys()) yield finishTicket(key);
  for (const key of parts.keys()) yield* dropParts(key);
}

function joined(ticket: Ticket, parts: readonly TicketPart[]): ReadResult {
  const inOrder = parts.some(({ createdAt }) => createdAt === undefined)
    ? parts
    : parts.toSorted((a, b) => Date.parse(a.createdAt!) - Date.parse(b.createdAt!));
  const messages = inOrder
    .filter(({ hidden, body }) => !hidden && body.trim() !== '')
    .map(({ body, createdAt, author, authorKey }): Message => {
      const isRequester = authorKey !== undefined && authorKey === ticket.requesterKey;
      return {
        author: isRequester ? 'requester' : (author ?? 'agent'),
        body,
        ...(createdAt !== undefined && { createdAt }),
      };
    });
  const hidden = inOrder.filter((part) => part.hidden).map(({ body }) => body);
  const whole = withOpening(ticket.messages, messages, hidden);
  return ticketOrEmpty({ ...ticket, messages: whole });
}

function sizeOf(ticket: Ticket): number {
  const texts = ticket.messages.reduce((sum, { body }) => sum + body.length, 0);
  return texts + ticket.subject.length + OVERHEAD;
}
