import type { Visit } from '../../../core/operations/desk/visit.ts';
import type { DeskCounts } from './deskCounts.ts';
import type { DeskReply } from './deskReply.ts';
import type { DeskResults } from './deskResults.ts';
import type { DeskTicket } from './deskTicket.ts';

export interface DeskParts {
  readonly ticket: DeskTicket;
  readonly results: DeskResults;
  readonly reply: DeskReply;
  readonly counts: DeskCounts;
}

/** All that stands on the desk; secrets were taken out of it as it came. */
export function visitOf({ ticket, results, reply, counts }: DeskParts): Visit {
  return {
    ticket: ticket.text,
    language: ticket.override,
    spoken: ticket.language,
    chosen: results.own,
    counted: counts.counted,
    linked: [...counts.slugs],
    reply: reply.visit,
  };
}

/** Whether there is nothing to come back to. */
export function isEmptyVisit({ ticket, reply }: Visit): boolean {
  return ticket.trim() === '' && reply === undefined;
}

/**
 * Puts everything back where it stood.
 * @param changed looks for articles
 */
export function resumeVisit(visit: Visit, parts: DeskParts, changed: () => void): void {
  const { ticket, results, reply, counts } = parts;
  ticket.text = visit.ticket;
  ticket.override = visit.language;
  results.own = visit.chosen;
  counts.resume(visit.counted, visit.linked);
  if (visit.ticket.trim() !== '') changed();
  if (visit.reply) reply.resume(visit.reply, ticket.language);
  else ticket.focus();
}
