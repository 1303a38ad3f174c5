/** Who wrote a message. Bots and automations count as agents: they speak for the desk. */
export type Author = 'requester' | 'agent';

export interface Message {
  readonly author: Author;
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly createdAt?: string;
}

/** One request to the help desk, whatever desk it came from. */
export interface Ticket {
  readonly id: string;
  /** ISO 8601, UTC; undefined if the export does not say. */
  readonly createdAt: string | undefined;
  readonly resolvedAt?: string;
  readonly subject: string;
  /** In order; the first is the requester's. */
  readonly messages: readonly Message[];
  readonly tags: readonly string[];
  /** As the export states it; mining goes by the words. */
  readonly language?: string;
  /** Tells requesters apart, to know a second mail from a second person. Personal data: never written anywhere. */
  readonly requesterKey?: string;
}

/** Why a record of an export is not a ticket. */
export const SKIP_REASONS = [
  'malformed',
  'truncated',
  'encoding',
  'not-a-record',
  'deleted',
  'empty',
  'repeated-id',
  'over-limit',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a reader makes of one record: a ticket, or the reason why not. */
export type ReadResult = { readonly ticket: Ticket } | { readonly skipped: SkipReason };

/** Reads one parsed record. `fallbackId` (`line-17`) names a ticket that has no id. Never throws. */
export type RecordReader = (record: unknown, fallbackId: string) => ReadResult;

/** The ticket, unless nobody wrote anything in it. */
export function ticketOrEmpty(ticket: Ticket): ReadResult {
  const asked = ticket.messages.some(({ author, body }) => author === 'requester' && body.trim() !== '');
  return asked || ticket.subject.trim() !== '' ? { ticket } : { skipped: 'empty' };
}
