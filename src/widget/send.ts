import type { TicketDraft } from '../core/deflection/deflection.ts';
import { toMailto, type TicketTarget } from '../core/deflection/ticketTarget.ts';

/**
 * Sends a ticket: the one place of the widget where text leaves the browser.
 * @throws Error if the target cannot be reached or does not answer with success
 */
export async function send(target: TicketTarget, draft: TicketDraft): Promise<void> {
  if (target.kind === 'mailto') {
    location.assign(toMailto(target.address, draft));
    return;
  }
  const response = await fetch(target.url, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': draft.idempotencyKey },
    body: JSON.stringify(draft),
  });
  if (!response.ok) throw new Error(`The ticket target answered ${response.status}.`);
}
