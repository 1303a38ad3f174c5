import { TicketNotDelivered } from '../outcome.ts';
import { postJson, request, type Answer, type Repetition } from '../retry.ts';
import { factsOf, ticketMarkdown } from '../ticketText.ts';
import { at, entriesAt, refusal, step, textAt, unreadable, type Adapter } from './target.ts';

/**
 * Chatwoot's client API: a contact, a conversation of theirs, a message in it
 * (https://developers.chatwoot.com/api-reference/contacts-api/create-a-contact). The contact belongs to this one
 * ticket. So a conversation made twice stays empty and is nobody's ticket, and whether a message arrived
 * whose answer was lost can be looked up, instead of sending it again.
 */
export const chatwoot: Adapter<'chatwoot'> =
  ({ url, inbox }) =>
  async (draft, effects, progress) => {
    const contacts = `${url}/public/api/v1/inboxes/${encodeURIComponent(inbox)}/contacts`;
    const post = (path: string, body: object, repetition: Repetition): Promise<Answer> =>
      postJson(path, body, repetition, effects);
    const idFrom = async (path: string, body: object, name: string): Promise<string> => {
      const answer = await post(path, body, 'harmless');
      if (!answer.isOk) throw refusal(answer, fieldErrors(answer.json));
      const id = textAt(answer.json, name);
      if (!id) throw new TicketNotDelivered(`Chatwoot answered without "${name}".`, false);
      return id;
    };

    const contact = await step(progress, 'contact', () =>
      idFrom(
        contacts,
        {
          source_id: draft.idempotencyKey,
          name: draft.name?.trim() || draft.email.trim(),
          email: draft.email.trim(),
        },
        'source_id',
      ),
    );
    const conversations = `${contacts}/${encodeURIComponent(contact)}/conversations`;
    const reference = await step(progress, 'conversation', () =>
      idFrom(conversations, { custom_attributes: Object.fromEntries(factsOf(draft, draft.language)) }, 'id'),
    );
    const messages = `${conversations}/${encodeURIComponent(reference)}/messages`;
    const hasArrived = async (): Promise<boolean> => {
      const { json } = await request(messages, {}, 'harmless', effects);
      return entriesAt(json).some(([, message]) => at(message, 'message_type') === INCOMING);
    };
    const send = (): Promise<boolean> =>
      step(progress, 'message', async () => {
        const body = { content: ticketMarkdown(draft, draft.language), echo_id: draft.idempotencyKey };
        const answer = await post(messages, body, 'second-ticket');
        if (!answer.isOk) throw refusal(answer, fieldErrors(answer.json));
        if (!textAt(answer.json, 'id')) throw unreadable();
        return true;
      });
    await send().catch(async (error: unknown) => {
      const isUnsure = error instanceof TicketNotDelivered && error.mayHaveArrived;
      if (!isUnsure || !(await hasArrived().catch(() => false))) throw error;
      progress.set('message', true);
    });
    return { kind: 'chatwoot', reference };
  };

/** What a contact wrote, as Chatwoot numbers kinds of messages; greetings of the inbox's own are others. */
const INCOMING = 0;

/** `{"message":"Email is invalid","attributes":["email"]}` */
function fieldErrors(json: unknown): Record<string, string> {
  const sentence = textAt(json, 'message') || 'invalid';
  return Object.fromEntries(entriesAt(json, 'attributes').map(([, name]) => [String(name), sentence]));
}
