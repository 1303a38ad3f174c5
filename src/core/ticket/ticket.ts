import type { SkipReason } from './skipReason.ts';

export { SKIP_REASONS, type SkipReason } from './skipReason.ts';

/** Who wrote a message. Notes between agents and what programs wrote are no messages: readers leave them out. */
export type Author = 'requester' | 'agent';

export interface Message {
  readonly author: Author;
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly createdAt?: string;
}

export const SATISFACTIONS = ['good', 'neutral', 'bad'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** One request to the help desk, whatever desk it came from. */
export interface Ticket {
  readonly id: string;
  /** ISO 8601, UTC; undefined if the export does not say. */
  readonly createdAt: string | undefined;
  readonly updatedAt?: string;
  readonly resolvedAt?: string;
  readonly subject: string;
  /** In order. The first is the requester's, unless the desk wrote first. */
  readonly messages: readonly Message[];
  readonly tags: readonly string[];
  /** What it is about, as the desk filed it: a product or a component, by name or by number. */
  readonly product?: string;
  /** How the requester rated the answer. */
  readonly satisfaction?: Satisfaction;
  /** How often it was opened again after it was solved. */
  readonly reopenings?: number;
  /** As the export states it; mining goes by the words. */
  readonly language?: string;
  /** Tells requesters apart, to know a second mail from a second person. Personal data: never written anywhere. */
  readonly requesterKey?: string;
  /** Names, handles and addresses of those who take part: masked in its texts where it leaves the reader, and let go of. */
  readonly people?: readonly string[];
}

/** A message that an export keeps apart from its ticket; `joinParts` brings them together. */
export interface TicketPart {
  /** The `partsKey` of its ticket. */
  readonly ticketKey: string;
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly createdAt?: string;
  /** Undefined if only the ticket can tell, by `authorKey`. */
  readonly author?: Author;
  /** The requester wrote it if it is the ticket's `requesterKey`. */
  readonly authorKey?: string;
  /** A note between agents, or a program's words: known so that it can be told from the requester's, never shown. */
  readonly hidden?: true;
  /** See `Ticket`; some desks keep these apart too. */
  readonly people?: readonly string[];
  readonly resolvedAt?: string;
  readonly reopenings?: number;
}

/** Somebody whom tickets name by a number only. */
export interface Person {
  readonly key: string;
  readonly author: Author | undefined;
  readonly names: readonly string[];
}

/** A ticket as one record has it. */
export interface TicketRecord {
  readonly ticket: Ticket;
  /** It may have messages in other records, by this key. */
  readonly partsKey?: string;
  /** Messages that came with it, of which only other records can tell who wrote them. */
  readonly undecided?: readonly TicketPart[];
  /** Its opening is repeated by its first message, whose author then wrote it. */
  readonly opensWithFirst?: true;
}

/**
 * What a reader makes of one record: a ticket, messages of a ticket that is another record, somebody whom tickets name by a
 * number, or the reason why none of these.
 */
export type ReadResult =
  | TicketRecord
  | { readonly parts: readonly TicketPart[] }
  | { readonly person: Person }
  | { readonly skipped: SkipReason };

/** Reads one parsed record. `fallbackId` (`line-17`) names a ticket that has no id. Never throws. */
export type RecordReader = (record: unknown, fallbackId: string) => ReadResult;

/** A ticket whose optional fields may be undefined. */
export type LooseTicket = { readonly [Key in keyof Ticket]: Ticket[Key] | undefined } & Pick<
  Ticket,
  'id' | 'subject' | 'messages' | 'tags'
>;

/** The ticket without its unknown fields, unless nobody asked anything in it. */
export function ticketOrEmpty(
  fields: LooseTicket,
  partsKey?: string,
): Extract<ReadResult, TicketRecord | { readonly skipped: SkipReason }> {
  const asked = fields.messages.some(({ author, body }) => author === 'requester' && body.trim() !== '');
  if (!asked && fields.subject.trim() === '' && partsKey === undefined) return { skipped: 'empty' };
  const known = Object.entries(fields).filter(([key, value]) => value !== undefined || key === 'createdAt');
  const ticket = Object.fromEntries(known) as unknown as Ticket;
  return partsKey === undefined ? { ticket } : { ticket, partsKey };
}
