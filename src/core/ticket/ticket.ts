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
}

/**
 * What a reader makes of one record: a ticket, messages of a ticket that is another record, or the reason why neither.
 * A ticket with a `partsKey` may have messages in other records.
 */
export type ReadResult =
  | { readonly ticket: Ticket; readonly partsKey?: string }
  | { readonly parts: readonly TicketPart[] }
  | { readonly skipped: SkipReason };

/** Reads one parsed record. `fallbackId` (`line-17`) names a ticket that has no id. Never throws. */
export type RecordReader = (record: unknown, fallbackId: string) => ReadResult;

/** A ticket whose optional fields may be undefined. */
export type LooseTicket = { readonly [Key in keyof Ticket]: Ticket[Key] | undefined } & Pick<
  Ticket,
  'id' | 'subject' | 'messages' | 'tags'
>;

/** The ticket without its unknown fields, unless nobody asked anything in it. */
export function ticketOrEmpty(fields: LooseTicket, partsKey?: string): ReadResult {
  const asked = fields.messages.some(({ author, body }) => author === 'requester' && body.trim() !== '');
  if (!asked && fields.subject.trim() === '' && partsKey === undefined) return { skipped: 'empty' };
  const known = Object.entries(fields).filter(([key, value]) => value !== undefined || key === 'createdAt');
  const ticket = Object.fromEntries(known) as unknown as Ticket;
  return partsKey === undefined ? { ticket } : { ticket, partsKey };
}
