import { describe, expect, it } from 'vitest';
import { sendTicket } from '../../../../src/core/deflection/sendTicket.ts';
import { closeServersAfterEach, draftOf, effectsOf, inTurn, serve } from '../vendor.ts';

closeServersAfterEach();

describe('a webhook', () => {
  it('gets the ticket as JSON, with its key', async () => {
    const { url, seen } = await serve(() => ({ status: 201, json: { reference: 'T-17' } }));
    const receipt = await sendTicket({ kind: 'webhook', url: `${url}/tickets?v=1` }, draftOf(), effectsOf());
    expect(receipt).toEqual({ kind: 'webhook', reference: 'T-17' });
    expect(seen).toMatchObject([{ method: 'POST', path: '/tickets?v=1' }]);
    expect(seen[0]!.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': draftOf().idempotencyKey,
    });
    expect(seen[0]!.headers).not.toHaveProperty('authorization');
    expect(JSON.parse(seen[0]!.body)).toEqual(draftOf());
  });

  it.each([
    ['nothing', { status: 204, text: '' }],
    ['a page', { status: 200, text: '<p>thanks</p>' }],
    ['an object of its own', { status: 200, json: { ok: true, reference: { id: 1 } } }],
  ])('may answer with %s; then our own reference is given', async (_, reply) => {
    const { url } = await serve(() => reply);
    expect(await sendTicket({ kind: 'webhook', url }, draftOf(), effectsOf())).toEqual({
      kind: 'webhook',
      reference: 'FL-3F2A-9C01',
    });
  });

  it('refuses with sentences at fields', async () => {
    const json = {
      message: 'Not like this.',
      errors: { email: 'We know no such address.', subject: ['a', 'b'] },
    };
    const { url } = await serve(() => ({ status: 422, json }));
    await expect(sendTicket({ kind: 'webhook', url }, draftOf(), effectsOf())).rejects.toMatchObject({
      name: 'TicketRefused',
      message: 'Not like this.',
      fields: { email: 'We know no such address.', subject: 'a' },
      answer: { status: 422, sentence: 'Not like this.' },
    });
  });

  it.each([
    [
      { status: 403, json: { error: 'forbidden' } },
      { status: 403, sentence: 'forbidden' },
    ],
    [
      { status: 404, json: {} },
      { status: 404, sentence: '' },
    ],
    [
      { status: 404, text: '<h1>Not found</h1>' },
      { status: 404, sentence: '' },
    ],
  ])('refuses with %j, and what it said is told', async (reply, answer) => {
    const { url } = await serve(() => reply);
    await expect(sendTicket({ kind: 'webhook', url }, draftOf(), effectsOf())).rejects.toMatchObject({
      name: 'TicketRefused',
      answer,
    });
  });

  it('gets the same ticket, to the letter, after it has failed or kept silent', async () => {
    const { url, seen } = await serve(
      inTurn(
        { status: 500 },
        'silence',
        { status: 429, headers: { 'Retry-After': '2' } },
        { status: 200, json: {} },
      ),
    );
    const effects = effectsOf({ timeout: () => AbortSignal.timeout(50) });
    await sendTicket({ kind: 'webhook', url }, draftOf(), effects);
    expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(effects.slept).toHaveLength(3);
    expect(effects.slept[2]).toBeGreaterThanOrEqual(2000);
  });

  it('that cannot be reached has perhaps got it; a second press of Send tries again', async () => {
    const { url, seen } = await serve(
      inTurn('hang-up', 'hang-up', 'hang-up', 'hang-up', { status: 200, json: {} }),
    );
    const effects = effectsOf();
    const press = (): Promise<unknown> => sendTicket({ kind: 'webhook', url }, draftOf(), effects);
    await expect(press()).rejects.toMatchObject({ name: 'TicketNotDelivered', mayHaveArrived: true });
    await expect(press()).resolves.toMatchObject({ reference: 'FL-3F2A-9C01' });
    expect(seen).toHaveLength(5);
  });

  it('that was silent once may have got it, also if it only fails from then on', async () => {
    const { url } = await serve(inTurn('hang-up', { status: 500 }));
    const effects = effectsOf();
    for (let press = 0; press < 2; press++) {
      await expect(sendTicket({ kind: 'webhook', url }, draftOf(), effects)).rejects.toMatchObject({
        mayHaveArrived: true,
      });
    }
  });
});
