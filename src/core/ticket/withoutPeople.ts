import { nameMask } from '../privacy/knownPeople.ts';
import { withoutPaths } from '../privacy/links.ts';
import type { Ticket } from './ticket.ts';

/**
 * The ticket with its people masked in all of its texts, and without the list of them. Links of customers are reduced to their
 * hosts; of agents' links the whole is needed to see which article they sent, and mining keeps nothing of them.
 */
export function withoutPeople({ people = [], ...ticket }: Ticket): Ticket {
  const mask = nameMask(people);
  return {
    ...ticket,
    subject: withoutPaths(mask(ticket.subject)),
    messages: ticket.messages.map((message) => ({
      ...message,
      body: withoutPaths(mask(message.body), message.author === 'agent' ? 'bare' : 'all'),
    })),
  };
}
