import { postJson } from '../retry.ts';
import { referenceOf } from '../ticketDraft.ts';
import { entriesAt, refusal, textAt, type Adapter } from './target.ts';

/**
 * An endpoint of one's own: a POST of the TicketDraft as JSON, with its key in the header Idempotency-Key, by which the
 * endpoint has to tell a ticket that it has seen. It answers 2xx, perhaps with `{"reference":"…"}`; 4xx, perhaps with
 * `{"message":"…","errors":{"email":"…"}}`, to refuse it; 429 or 5xx to be asked again.
 */
export const webhook: Adapter<'webhook'> =
  ({ url }) =>
  async (draft, effects) => {
    const key = { 'Idempotency-Key': draft.idempotencyKey };
    const answer = await postJson(url, draft, 'recognised', effects, key);
    if (!answer.isOk) throw refusal(answer, fieldErrors(answer.json));
    return { kind: 'webhook', reference: textAt(answer.json, 'reference') || referenceOf(draft) };
  };

function fieldErrors(json: unknown): Record<string, string> {
  return Object.fromEntries(
    entriesAt(json, 'errors').flatMap(([field, value]) => {
      const sentence = textAt(value, 0) || textAt([value], 0);
      return sentence ? [[field, sentence]] : [];
    }),
  );
}
