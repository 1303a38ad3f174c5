import { describe, expect, it } from 'vitest';
import { sendTicket } from '../../../../src/core/deflection/sendTicket.ts';
import { ticketText } from '../../../../src/core/deflection/ticketText.ts';
import type { TicketTarget } from '../../../../src/core/deflection/ticketTarget.ts';
import { closeServersAfterEach, draftOf, effectsOf, HASH, inTurn, serve, type Reply } from '../vendor.ts';

closeServersAfterEach();

const CREATED: Reply = { status: 201, json: { request: { id: 35436, status: 'new' } } };
const QUICK = { timeout: () => AbortSignal.timeout(50) };
const zendesk = (url: string, more: object = {}): TicketTarget => ({ kind: 'zendesk', url, ...more });

describe('Zendesk', () => {
  it('gets an anonymous request', async () => {
    const { url, seen } = await serve(() => CREATED);
    expect(await sendTicket(zendesk(url), draftOf(), effectsOf())).toEqual({
      kind: 'zendesk',
      reference: '35436',
    });
    expect(seen).toMatchObject([{ method: 'POST', path: '/api/v2/requests.json' }]);
    expect(seen[0]!.headers).not.toHaveProperty('authorization');
    expect(seen[0]!.headers).not.toHaveProperty('idempotency-key');
    expect(JSON.parse(seen[0]!.body)).toEqual({
      request: {
        requester: { name: 'Lin', email: 'lin@example.org' },
        subject: 'USDT never arrived',
        comment: { body: ticketText(draftOf(), 'en') },
      },
    });
  });

  it('gets custom fields and tags, and then not in the text what is in the fields', async () => {
    const { url, seen } = await serve(() => CREATED);
    const fields = { network: 11, transactionHash: 12, cardLastFour: 13 };
    await sendTicket(zendesk(url, { fields, tags: ['web'] }), draftOf({ name: undefined }), effectsOf());
    const { request } = JSON.parse(seen[0]!.body) as { request: Record<string, unknown> };
    expect(request).toMatchObject({
      requester: { name: 'lin@example.org' },
      tags: ['web'],
      custom_fields: [
        { id: 11, value: 'Ethereum (ERC20)' },
        { id: 12, value: HASH },
      ],
    });
    expect(request['comment']).toEqual({
      body: ticketText(draftOf({ name: undefined }), 'en', Object.keys(fields)),
    });
  });

  it('refuses with sentences at fields', async () => {
    const details = {
      base: [
        { description: 'Subject: cannot be blank', error: 'BlankValue', field_key: 'subject' },
        { description: 'Network: is not one of the list', error: 'InvalidValue', ticket_field_id: 11 },
        { description: 'Type: cannot be blank', error: 'BlankValue', ticket_field_id: 99 },
      ],
      requester: [{ description: 'Requester: Email: lin@ is not properly formatted' }],
    };
    const json = { error: 'RecordInvalid', description: 'Record validation errors', details };
    const { url } = await serve(() => ({ status: 422, json }));
    await expect(
      sendTicket(zendesk(url, { fields: { network: 11 } }), draftOf(), effectsOf()),
    ).rejects.toMatchObject({
      name: 'TicketRefused',
      message: 'Record validation errors',
      fields: {
        subject: 'Subject: cannot be blank',
        network: 'Network: is not one of the list',
        email: 'Requester: Email: lin@ is not properly formatted',
        // No field of ours: it is told by its number rather than not at all.
        '99': 'Type: cannot be blank',
      },
    });
  });

  it.each([
    [{ status: 401, json: { error: 'Couldn’t authenticate you' } }, 'Couldn’t authenticate you'],
    [{ status: 403, text: '<html>' }, 'The ticket was refused with 403.'],
    [{ status: 400, json: { error: { title: 'x' }, details: 'y' } }, 'The ticket was refused with 400.'],
  ])('refuses as a whole: %j', async (reply, message) => {
    const { url } = await serve(() => reply);
    await expect(sendTicket(zendesk(url), draftOf(), effectsOf())).rejects.toMatchObject({
      message,
      fields: {},
    });
  });

  it('is asked again when it is asked too often, or has failed', async () => {
    const { url, seen } = await serve(
      inTurn({ status: 429, headers: { 'Retry-After': '5' } }, { status: 500 }, { status: 503 }, CREATED),
    );
    const effects = effectsOf();
    expect((await sendTicket(zendesk(url), draftOf(), effects)).reference).toBe('35436');
    expect(seen).toHaveLength(4);
    expect(effects.slept[0]).toBeGreaterThanOrEqual(5000);
  });

  it('that always fails has not got it', async () => {
    const { url } = await serve(() => ({ status: 500 }));
    await expect(sendTicket(zendesk(url), draftOf(), effectsOf())).rejects.toMatchObject({
      mayHaveArrived: false,
    });
  });

  it.each(['silence', 'hang-up', { status: 201, text: '<html>a hotel’s network</html>' }] as const)(
    'that answers with %j may have got it, and is not asked again however often Send is pressed',
    async (reply) => {
      const { url, seen } = await serve(() => reply);
      const effects = effectsOf(QUICK);
      for (let press = 0; press < 3; press++) {
        await expect(sendTicket(zendesk(url), draftOf(), effects)).rejects.toMatchObject({
          mayHaveArrived: true,
        });
      }
      expect(seen).toHaveLength(1);
    },
  );

  it('has not got it from a browser without a network, and gets it when Send is pressed with one', async () => {
    const { url, seen } = await serve(() => CREATED);
    const outbox = new Map();
    const offline = effectsOf({ isOnline: () => false, outbox });
    await expect(sendTicket(zendesk(url), draftOf(), offline)).rejects.toMatchObject({
      mayHaveArrived: false,
    });
    expect(offline.slept).toHaveLength(3);
    expect((await sendTicket(zendesk(url), draftOf(), effectsOf({ outbox }))).reference).toBe('35436');
    expect(seen).toHaveLength(1);
  });

  it('is asked again with the same key where the deployment has found that it may be', async () => {
    const { url, seen } = await serve(inTurn('silence', CREATED));
    await sendTicket(zendesk(url, { idempotency: true }), draftOf(), effectsOf(QUICK));
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual([
      draftOf().idempotencyKey,
      draftOf().idempotencyKey,
    ]);
  });

  it('gives our own reference for a request that is suspended', async () => {
    const { url } = await serve(() => ({ status: 201, json: { suspended_ticket: {} } }));
    expect((await sendTicket(zendesk(url), draftOf(), effectsOf())).reference).toBe('FL-3F2A-9C01');
  });
});
