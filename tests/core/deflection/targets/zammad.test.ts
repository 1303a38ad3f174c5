import { describe, expect, it } from 'vitest';
import { sendTicket } from '../../../../src/core/deflection/sendTicket.ts';
import { ticketText } from '../../../../src/core/deflection/ticketText.ts';
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

const CONFIG: Reply = {
  status: 200,
  json: { enabled: true, endpoint: 'http://internal.name/api/v1/form_submit', token: 'dG9rZW4=' },
};
const CREATED: Reply = { status: 200, json: { ticket: { id: 7, number: '22007' } } };
const QUICK = { timeout: () => AbortSignal.timeout(50) };

async function zammad(config: () => Reply, submit: () => Reply) {
  const { url, seen } = await serve(({ path }) => (path.endsWith('form_config') ? config() : submit()));
  return { target: { kind: 'zammad', url } as const, seen };
}
const form = ({ body }: Seen): Record<string, string> => Object.fromEntries(new URLSearchParams(body));
const paths = (seen: readonly Seen[]): string[] => seen.map(({ path }) => path.replace('/api/v1/form_', ''));

describe('Zammad', () => {
  it('gives a token for a fingerprint, and a ticket for the token', async () => {
    const { target, seen } = await zammad(
      () => CONFIG,
      () => CREATED,
    );
    expect(await sendTicket(target, draftOf(), effectsOf())).toEqual({ kind: 'zammad', reference: '22007' });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/form_config',
      'POST /api/v1/form_submit',
    ]);
    const fingerprint = `firstline-ticket-${draftOf().idempotencyKey}`;
    expect(fingerprint.length).toBeGreaterThan(30);
    expect(form(seen[0]!)).toEqual({ fingerprint });
    expect(form(seen[1]!)).toEqual({
      fingerprint,
      token: 'dG9rZW4=',
      name: 'Lin',
      email: 'lin@example.org',
      title: 'USDT never arrived',
      body: ticketText(draftOf(), 'en'),
    });
    // What browsers send to another origin without asking it first.
    expect(seen[1]!.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it('refuses fields in an answer of success', async () => {
    const errors = { email: 'invalid', title: 'required', body: 'required', name: '450 greylisted' };
    const { target } = await zammad(
      () => CONFIG,
      () => ({ status: 200, json: { errors } }),
    );
    await expect(sendTicket(target, draftOf(), effectsOf())).rejects.toMatchObject({
      name: 'TicketRefused',
      fields: { email: 'invalid', subject: 'required', description: 'required', name: '450 greylisted' },
    });
  });

  it('is not asked for a second token when the fields are mended', async () => {
    const { target, seen } = await zammad(
      () => CONFIG,
      inTurn({ status: 200, json: { errors: { email: 'invalid' } } }, CREATED),
    );
    const effects = effectsOf();
    await expect(sendTicket(target, draftOf(), effects)).rejects.toMatchObject({ name: 'TicketRefused' });
    await sendTicket(target, draftOf(), effects);
    expect(paths(seen)).toEqual(['config', 'submit', 'submit']);
  });

  it('is asked for another token when it refused the first', async () => {
    const { target, seen } = await zammad(
      () => CONFIG,
      inTurn({ status: 401, json: { error: 'Authorization failed' } }, CREATED),
    );
    const effects = effectsOf();
    await expect(sendTicket(target, draftOf(), effects)).rejects.toMatchObject({
      name: 'TicketRefused',
      message: 'Authorization failed',
    });
    await sendTicket(target, draftOf(), effects);
    expect(paths(seen)).toEqual(['config', 'submit', 'config', 'submit']);
  });

  it.each([
    [
      { status: 403, json: { error: 'Not authorized' } },
      { name: 'TicketRefused', message: 'Not authorized' },
    ],
    [{ status: 200, json: { enabled: false, token: 'x' } }, { name: 'TicketRefused' }],
    [
      { status: 200, text: '<html>' },
      { name: 'TicketNotDelivered', mayHaveArrived: false },
    ],
    [{ status: 500 }, { name: 'TicketNotDelivered', mayHaveArrived: false }],
    ['hang-up', { name: 'TicketNotDelivered', mayHaveArrived: false }],
  ] as const)('gets no text where it gives no token: %j', async (config, error) => {
    const { target, seen } = await zammad(
      () => config,
      () => CREATED,
    );
    await expect(sendTicket(target, draftOf(), effectsOf())).rejects.toMatchObject(error);
    expect(paths(seen)).not.toContain('submit');
  });

  it('is asked again in the step that failed', async () => {
    const { target, seen } = await zammad(
      inTurn({ status: 500 }, 'hang-up', CONFIG),
      inTurn({ status: 429, headers: { 'Retry-After': '1' } }, { status: 500 }, CREATED),
    );
    expect((await sendTicket(target, draftOf(), effectsOf())).reference).toBe('22007');
    expect(paths(seen)).toEqual(['config', 'config', 'config', 'submit', 'submit', 'submit']);
  });

  it.each(['silence', 'hang-up', { status: 200, text: 'ok' }] as const)(
    'that answers with %j may have the ticket, and is not sent it again',
    async (reply) => {
      const { target, seen } = await zammad(
        () => CONFIG,
        () => reply,
      );
      const effects = effectsOf(QUICK);
      await expect(sendTicket(target, draftOf(), effects)).rejects.toMatchObject({ mayHaveArrived: true });
      await expect(sendTicket(target, draftOf(), effects)).rejects.toMatchObject({ mayHaveArrived: true });
      expect(paths(seen)).toEqual(['config', 'submit']);
    },
  );
});
