import { postJson } from '../retry.ts';
import { referenceOf, subjectOf, type TicketDraft } from '../ticketDraft.ts';
import { factsOf, ticketText } from '../ticketText.ts';
import type { TicketTarget } from '../ticketTarget.ts';
import { at, entriesAt, refusal, step, textAt, unreadable, type Adapter } from './target.ts';

type Zendesk = Extract<TicketTarget, { kind: 'zendesk' }>;

/**
 * Zendesk's Requests API, anonymously: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/
 *
 * Zendesk lets a page read a 2xx and a 404 from elsewhere, and neither a 403 nor a 429
 * (https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/making-cross-origin-browser-side-api-requests/):
 * in a browser these look like a network that failed, after which a ticket may have arrived.
 */
export const zendesk: Adapter<'zendesk'> = (target) => async (draft, effects, progress) => {
  const url = `${target.url}/api/v2/requests.json`;
  const { idempotency } = target;
  const reference = await step(progress, 'request', async () => {
    const answer = await postJson(
      url,
      { request: requestOf(target, draft) },
      idempotency ? 'recognised' : 'second-ticket',
      effects,
      idempotency ? { 'Idempotency-Key': draft.idempotencyKey } : {},
    );
    if (!answer.isOk) throw refusal(answer, fieldErrors(target, answer.json));
    // A request that waits among the suspended tickets has no id yet.
    if (entriesAt(answer.json).length === 0) throw unreadable();
    return textAt(answer.json, 'request', 'id') || referenceOf(draft);
  });
  return { kind: 'zendesk', reference };
};

function requestOf({ fields = {}, tags }: Zendesk, draft: TicketDraft): object {
  const facts = new Map<string, string>(factsOf(draft, draft.language));
  const custom = Object.entries(fields).flatMap(([fact, id]) => {
    const value = facts.get(fact);
    return value ? [{ id, value }] : [];
  });
  return {
    requester: { name: draft.name?.trim() || draft.email.trim(), email: draft.email.trim() },
    subject: subjectOf(draft),
    comment: { body: ticketText(draft, draft.language, Object.keys(fields)) },
    ...(tags ? { tags } : {}),
    ...(custom.length > 0 ? { custom_fields: custom } : {}),
  };
}

/** Which of our fields Zendesk means, by the part of the request that it names. */
const NAMES: Readonly<Record<string, string>> = {
  requester: 'email',
  email: 'email',
  name: 'name',
  subject: 'subject',
  comment: 'description',
  description: 'description',
};

/** `{"details":{"base":[{"description","field_key" or "ticket_field_id"}],"requester":[{"description"}]}}` */
function fieldErrors({ fields = {} }: Zendesk, json: unknown): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [part, list] of entriesAt(json, 'details')) {
    for (const [, error] of entriesAt(list)) {
      const custom = Object.entries(fields).find(([, id]) => id === at(error, 'ticket_field_id'));
      const key = textAt(error, 'field_key') || textAt(error, 'ticket_field_id') || part;
      const sentence = textAt(error, 'description');
      // A field that our form does not have is told all the same: else nobody knows why nothing was sent.
      if (sentence) errors[custom?.[0] ?? NAMES[key] ?? key] ??= sentence;
    }
  }
  return errors;
}
