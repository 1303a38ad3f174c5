import { isOpenedByAgent, withOpening } from './readers/messages.ts';
import type { Placed } from './format.ts';
import {
  ticketOrEmpty,
  type Message,
  type Person,
  type ReadResult,
  type Ticket,
  type TicketPart,
  type TicketRecord,
} from './ticket.ts';

/** Characters of tickets and parts that wait for one another at most: about half a gigabyte at the worst. */
export const MOST_WAITING = 128 * 1024 * 1024;
/** What an object, its keys and its place cost beside its text. */
const OVERHEAD = 400;
/** People remembered at most: the roles and names of a very large desk. */
const MOST_PEOPLE = 500_000;

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
  const tickets = new Map<
    string,
    { readonly item: Item; readonly record: TicketRecord; readonly size: number }
  >();
  const parts = new Map<string, { readonly items: Item[]; readonly parts: TicketPart[]; size: number }>();
  const persons = new Map<string, Person>();
  let waiting = 0;

  const finishTicket = (key: string): Item => {
    const { item, record, size } = tickets.get(key)!;
    const own = parts.get(key);
    tickets.delete(key);
    parts.delete(key);
    waiting -= size + (own?.size ?? 0);
    return { ...item, result: joined(record, own?.parts ?? [], persons) };
  };
  const dropParts = (key: string): Item[] => {
    const { items: lost, parts: dropped, size } = parts.get(key)!;
    parts.delete(key);
    waiting -= size;
    const isMessage = dropped.some(({ body }) => body !== '');
    return lost.map((item) => ({ ...item, result: { skipped: isMessage ? 'no-ticket' : 'other' } }));
  };
  const keepPart = (part: TicketPart, item?: Item): void => {
    const known = parts.get(part.ticketKey) ?? { items: [], parts: [], size: 0 };
    const size = part.body.length + OVERHEAD;
    if (item && known.items.at(-1) !== item) known.items.push(item);
    known.parts.push(part);
    known.size += size;
    waiting += size;
    parts.set(part.ticketKey, known);
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
      for (const part of owned) keepPart(part, item);
    } else if ('person' in result) {
      if (persons.size < MOST_PEOPLE) persons.set(result.person.key, result.person);
      yield { ...item, result: { skipped: 'other' } };
    } else if ('ticket' in result && result.partsKey !== undefined) {
      if (tickets.has(result.partsKey)) {
        yield { ...item, result: { skipped: 'repeated-id' } };
        continue;
      }
      for (const part of result.undecided ?? []) keepPart(part);
      const size = sizeOf(result.ticket);
      tickets.set(result.partsKey, { item, record: result, size });
      waiting += size;
    } else if ('ticket' in result) yield { ...item, result: joined(result, [], persons) };
    else yield item;
    if (waiting > most) yield* makeRoom();
  }
  for (const key of tickets.keys()) yield finishTicket(key);
  for (const key of parts.keys()) yield* dropParts(key);
}

function joined(
  { ticket, opensWithFirst }: TicketRecord,
  parts: readonly TicketPart[],
  persons: ReadonlyMap<string, Person>,
): ReadResult {
  const said = parts.filter(({ hidden, body }) => !hidden && body.trim() !== '');
  const inOrder = said.some(({ createdAt }) => createdAt === undefined)
    ? said
    : said.toSorted((a, b) => Date.parse(a.createdAt!) - Date.parse(b.createdAt!));
  const messages = inOrder.map((part): Message => {
    const { body, createdAt } = part;
    return {
      author: authorOf(part, ticket, persons),
      body,
      ...(createdAt !== undefined && { createdAt }),
    };
  });
  const hidden = parts.filter((part) => part.hidden).map(({ body }) => body);
  const isAgents = opensWithFirst === true && isOpenedByAgent(ticket, messages);
  const whole = isAgents ? messages : withOpening(ticket.messages, messages, hidden);
  const names = [ticket.requesterKey, ...parts.map(({ authorKey }) => authorKey)].flatMap(
    (key) => persons.get(key ?? '')?.names ?? [],
  );
  const people = [
    ...new Set([...(ticket.people ?? []), ...parts.flatMap((part) => part.people ?? []), ...names]),
  ];
  const resolvedAt = parts.find((part) => part.resolvedAt !== undefined)?.resolvedAt ?? ticket.resolvedAt;
  const reopenings = ticket.reopenings ?? parts.find((part) => part.reopenings !== undefined)?.reopenings;
  return ticketOrEmpty({
    ...ticket,
    resolvedAt,
    reopenings,
    // What an agent wrote first has a subject that is no customer's.
    subject: isAgents ? '' : ticket.subject,
    messages: whole,
    ...(people.length > 0 && { people }),
  });
}

function authorOf(
  { authorKey, author }: TicketPart,
  { requesterKey }: Ticket,
  persons: ReadonlyMap<string, Person>,
): Message['author'] {
  if (authorKey !== undefined && authorKey === requesterKey) return 'requester';
  return author ?? persons.get(authorKey ?? '')?.author ?? 'agent';
}

function sizeOf(ticket: Ticket): number {
  const texts = ticket.messages.reduce((sum, { body }) => sum + body.length, 0);
  return texts + ticket.subject.length + OVERHEAD;
}
