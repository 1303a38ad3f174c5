import { describe, expect, it } from 'vitest';
import { sendTicket } from '../../../../src/core/deflection/sendTicket.ts';
import { factsOf, ticketMarkdown } from '../../../../src/core/deflection/ticketText.ts';
import {
  closeServersAfterEach,
  draftOf,
  effectsOf,
  inTurn,
  serve,
  type Reply,
  type Seen,
} from '../vendor.ts';

closeServersAfterEach();

const INBOX = '/public/api/v1/inboxes/in%2Fbox/contacts';
const CONTACT: Reply = {
  status: 200,
  json: { source_id: 'source-1', name: 'Lin', email: 'lin@example.org' },
};
const CONVERSATION: Reply = { status: 200, json: { id: 12, inbox_id: '1', messages: [], contact: {} } };
const MESSAGE: Reply = { status: 200, json: { id: 99, message_type: 0 } };
const GREETING = { id: 98, message_type: 3, content: 'Hello' };
const QUICK = { timeout: () => AbortSignal.timeout(50) };

interface Steps {
  readonly contact?: () => Reply;
  readonly conversation?: () => Reply;
  readonly message?: () => Reply;
  readonly list?: () => Reply;
}

async function chatwoot({
  contact = () => CONTACT,
  conversation = () => CONVERSATION,
  message = () => MESSAGE,
  list = () => ({ status: 200, json: [GREETING] }),
}: Steps = {}) {
  const { url, seen } = await serve(({ method, path }) => {
    if (method === 'GET') return list();
    if (path.endsWith('/messages')) return message();
    return path.endsWith('/conversations') ? conversation() : contact();
  });
  return { target: { kind: 'chatwoot', url, inbox: 'in/box' } as const, seen };
}
const asked = (seen: readonly Seen[]): string[] =>
  seen.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

describe('Chatwoot', () => {
  it('gets a contact, a conversation and a message', async () => {
    const { target, seen } = await chatwoot();
    expect(await sendTicket(target, draftOf(), effectsOf())).toEqual({ kind: 'chatwoot', reference: '12' });
    expect(seen.map(({ method, path, body }) => [method, path, JSON.parse(body) as unknown])).toEqual([
      ['POST', INBOX, { source_id: draftOf().idempotencyKey, name: 'Lin', email: 'lin@example.org' }],
      [
        'POST',
        `${INBOX}/source-1/conversations`,
        { custom_attributes: Object.fromEntries(factsOf(draftOf(), 'en')) },
      ],
      [
        'POST',
        `${INBOX}/source-1/conversations/12/messages`,
        { content: ticketMarkdown(draftOf(), 'en'), echo_id: draftOf().idempotencyKey },
      ],
    ]);
    for (const { headers } of seen) expect(headers).not.toHaveProperty('api_access_token');
  });

  it('refuses with a sentence at a field', async () => {
    const json = { message: 'Email is invalid', attributes: ['email'] };
    const { target, seen } = await chatwoot({ contact: () => ({ status: 422, json }) });
    await expect(sendTicket(target, draftOf(), effectsOf())).rejects.toMatchObject({
      name: 'TicketRefused',
      message: 'Email is invalid',
      fields: { email: 'Email is invalid' },
    });
    expect(asked(seen)).toEqual(['POST contacts']);
  });

  it('refuses an inbox that it does not have', async () => {
    const { target } = await chatwoot({
      contact: () => ({ status: 404, json: { error: 'Resource could not be found' } }),
    });
    await expect(sendTicket(target, draftOf(), effectsOf())).rejects.toMatchObject({
      name: 'TicketRefused',
      message: 'Resource could not be found',
      fields: {},
    });
  });

  it('goes on after the last step that succeeded', async () => {
    const failing: Reply = { status: 500 };
    const { target, seen } = await chatwoot({
      contact: inTurn('hang-up', CONTACT),
      conversation: inTurn({ status: 429, headers: { 'Retry-After': '1' } }, CONVERSATION),
      message: inTurn(failing, failing, failing, failing, MESSAGE),
    });
    const effects = effectsOf();
    await expect(sendTicket(target, draftOf(), effects)).rejects.toMatchObject({ mayHaveArrived: false });
    expect((await sendTicket(target, draftOf(), effects)).reference).toBe('12');
    expect(asked(seen)).toEqual([
      ...Array<string>(2).fill('POST contacts'),
      ...Array<string>(2).fill('POST conversations'),
      ...Array<string>(5).fill('POST messages'),
    ]);
  });

  it.each(['silence', 'hang-up', { status: 504 }] as const)(
    'is looked into after %j, and the message that is there has arrived',
    async (reply) => {
      const { target, seen } = await chatwoot({
        message: () => reply,
        list: () => ({ status: 200, json: [GREETING, { id: 99, message_type: 0, content: 'x' }] }),
      });
      const effects = effectsOf(QUICK);
      expect((await sendTicket(target, draftOf(), effects)).reference).toBe('12');
      await sendTicket(target, draftOf(), effects);
      expect(asked(seen)).toEqual(['POST contacts', 'POST conversations', 'POST messages', 'GET messages']);
    },
  );

  it('is not sent a message again that may only be late; pressing Send looks again', async () => {
    const { target, seen } = await chatwoot({
      message: () => 'hang-up',
      list: inTurn(
        { status: 200, json: [GREETING] },
        { status: 200, json: [GREETING, { id: 99, message_type: 0 }] },
      ),
    });
    const effects = effectsOf();
    await expect(sendTicket(target, draftOf(), effects)).rejects.toMatchObject({ mayHaveArrived: true });
    expect((await sendTicket(target, draftOf(), effects)).reference).toBe('12');
    expect(asked(seen).filter((one) => one === 'POST messages')).toHaveLength(1);
  });

  it('that answers a step with something else has no ticket', async () => {
    const { target, seen } = await chatwoot({ conversation: () => ({ status: 200, text: '<html>' }) });
    await expect(sendTicket(target, draftOf(), effectsOf())).rejects.toMatchObject({ mayHaveArrived: false });
    expect(asked(seen)).toEqual(['POST contacts', 'POST conversations']);
  });
});
