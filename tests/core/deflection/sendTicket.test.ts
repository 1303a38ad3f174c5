import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketNotDelivered, TicketRefused } from '../../../src/core/deflection/outcome.ts';
import { sendTicket } from '../../../src/core/deflection/sendTicket.ts';
import type { TicketDraft } from '../../../src/core/deflection/ticketDraft.ts';
import type { TicketTarget } from '../../../src/core/deflection/ticketTarget.ts';
import { closeServersAfterEach, draftOf, effectsOf, serve, type Reply } from './vendor.ts';

closeServersAfterEach();

const OK: Reply = { status: 200, json: {} };
const PHRASE = 'abandon ability able about above absent absorb abstract absurd abuse access accident';

describe('a ticket', () => {
  it('is sent once, however often Send is pressed while it is on its way or after it has arrived', async () => {
    const { url, seen } = await serve(() => OK);
    const effects = effectsOf();
    const target = { kind: 'webhook', url } as const;
    const first = sendTicket(target, draftOf(), effects);
    expect(sendTicket(target, draftOf(), effects)).toBe(first);
    await first;
    expect(sendTicket(target, draftOf(), effects)).toBe(first);
    expect(seen).toHaveLength(1);
  });

  it('is another one with another key', async () => {
    const { url, seen } = await serve(() => OK);
    const effects = effectsOf();
    const target = { kind: 'webhook', url } as const;
    await sendTicket(target, draftOf(), effects);
    await sendTicket(target, draftOf({ idempotencyKey: 'ffffffff-7b1e-4c55-9d1a-0a1b2c3d4e5f' }), effects);
    expect(seen).toHaveLength(2);
  });

  it.each<[string, Partial<TicketDraft>]>([
    ['description', { description: `help: ${PHRASE}` }],
    ['subject', { subject: PHRASE }],
    ['two fields together', { subject: PHRASE.slice(0, 38), description: PHRASE.slice(39) }],
    ['name', { name: PHRASE }],
    ['device', { issueType: 'account', fields: { device: PHRASE } }],
    ['reason', { articles: { ...draftOf().articles, rejected: [{ slug: 's', reason: PHRASE }] } }],
    ['page', { environment: { ...draftOf().environment, page: `https://x.example/?q=${PHRASE}` } }],
  ])('with a recovery phrase in its %s is not sent, mailed or copied', async (_, changed) => {
    const { url, seen } = await serve(() => OK);
    const effects = effectsOf();
    const targets: readonly TicketTarget[] = [
      { kind: 'webhook', url },
      { kind: 'zendesk', url },
      { kind: 'zammad', url },
      { kind: 'chatwoot', url, inbox: 'x' },
      { kind: 'mailto', address: 'help@firstline.example' },
      { kind: 'copy' },
    ];
    for (const target of targets) {
      await expect(sendTicket(target, draftOf(changed), effects)).rejects.toMatchObject(
        changed.fields ? { name: 'TicketRefused' } : { name: 'TicketRefused', secrets: ['recovery-phrase'] },
      );
    }
    expect([seen, effects.copied, effects.openedUrls]).toEqual([[], [], []]);
  });

  it('with a hash in it, and words about keys elsewhere, holds no secret', async () => {
    const { url, seen } = await serve(() => OK);
    const draft = draftOf({ description: 'Does the private key change the address?' });
    await sendTicket({ kind: 'webhook', url }, draft, effectsOf());
    expect(seen).toHaveLength(1);
  });

  it('with an address below a forgotten password holds no secret', async () => {
    const { url, seen } = await serve(() => OK);
    const draft = draftOf({ description: 'I forgot my password', email: 'jo123@mail.example' });
    await sendTicket({ kind: 'webhook', url }, draft, effectsOf());
    expect(seen).toHaveLength(1);
  });

  it('is checked field by field before anything is sent', async () => {
    const { url, seen } = await serve(() => OK);
    const draft = draftOf({
      description: ' ',
      email: 'lin',
      issueType: 'card',
      fields: { cardLastFour: '42424' },
      name: 'x'.repeat(101),
    });
    await expect(sendTicket({ kind: 'webhook', url }, draft, effectsOf())).rejects.toMatchObject({
      name: 'TicketRefused',
      fields: { description: 'required', email: 'invalid', cardLastFour: 'invalid', name: 'too-long' },
    });
    expect(seen).toEqual([]);
  });

  it('carries the fields of its type, and no others', async () => {
    const { url, seen } = await serve(() => OK);
    const fields = { device: 'Pixel 9', cardLastFour: '4242', network: 'tron' };
    await sendTicket({ kind: 'webhook', url }, draftOf({ issueType: 'account', fields }), effectsOf());
    expect(JSON.parse(seen[0]!.body)).toMatchObject({ fields: { device: 'Pixel 9' } });
    expect(seen[0]!.body).not.toContain('4242');
  });

  it('waits until it could have been written by a person', async () => {
    const { url, seen } = await serve(() => OK);
    const effects = effectsOf();
    const form = { trap: '', startedAt: effects.now() - 1000 };
    await sendTicket({ kind: 'webhook', url }, draftOf(), effects, form);
    expect(effects.slept).toEqual([2000]);
    expect(seen).toHaveLength(1);
  });

  it('is refused, not lost, while the field that people do not see is filled', async () => {
    const { url, seen } = await serve(() => OK);
    const effects = effectsOf();
    const startedAt = 0;
    const target = { kind: 'webhook', url } as const;
    await expect(
      sendTicket(target, draftOf(), effects, { trap: 'Acme Ltd', startedAt }),
    ).rejects.toMatchObject({ name: 'TicketRefused', fields: { trap: 'invalid' } });
    expect(seen).toEqual([]);
    await sendTicket(target, draftOf(), effects, { trap: '', startedAt });
    expect(seen).toHaveLength(1);
  });
});

/** What befalls one request that would make a ticket. */
type Fate = 'taken' | 'taken, and the answer lost' | 'lost' | 'refused' | 500 | 503 | 429;

/** A server of each vendor that meets its fates in turn and counts the tickets that it makes. */
function vendor(fates: readonly Fate[], recognises: boolean) {
  const tickets: string[] = [];
  const made = new Set<string>();
  let next = 0;
  const meet = (key: string, created: unknown): Reply => {
    const fate = fates[next++] ?? 'taken';
    if (fate === 'lost') return 'hang-up';
    if (fate === 'refused') return { status: 422, json: { error: 'RecordInvalid' } };
    if (typeof fate === 'number') return { status: fate };
    if (!recognises || !made.has(key)) tickets.push(key);
    made.add(key);
    return fate === 'taken' ? { status: 200, json: created } : 'hang-up';
  };
  return { tickets, meet };
}

const fate = fc.constantFrom<Fate>('taken', 'taken, and the answer lost', 'lost', 'refused', 500, 503, 429);
const kind = fc.constantFrom('webhook', 'zendesk', 'zendesk with keys', 'zammad', 'chatwoot');

describe('the same ticket', () => {
  it('is made at most once, whatever befalls it and however often Send is pressed', async () => {
    await fc.assert(
      fc.asyncProperty(kind, fc.array(fate, { maxLength: 12 }), async (name, fates) => {
        const recognises = name === 'webhook' || name === 'zendesk with keys';
        const { tickets, meet } = vendor(fates, recognises);
        const { url, close } = await serve(({ method, path, headers }) => {
          const key = String(headers['idempotency-key']);
          if (path === '/hook') return meet(key, {});
          if (path.endsWith('requests.json')) return meet(key, { request: { id: 1 } });
          if (path.endsWith('form_config')) return { status: 200, json: { enabled: true, token: 't' } };
          if (path.endsWith('form_submit')) return meet(key, { ticket: { number: '1' } });
          if (path.endsWith('contacts')) return { status: 200, json: { source_id: 's' } };
          if (path.endsWith('conversations')) return { status: 200, json: { id: 1 } };
          if (method === 'POST') return meet(key, { id: 1 });
          return { status: 200, json: tickets.map(() => ({ message_type: 0 })) };
        });
        const target = {
          webhook: { kind: 'webhook', url: `${url}/hook` },
          zendesk: { kind: 'zendesk', url },
          'zendesk with keys': { kind: 'zendesk', url, idempotency: true },
          zammad: { kind: 'zammad', url },
          chatwoot: { kind: 'chatwoot', url, inbox: 'i' },
        }[name] as TicketTarget;
        const effects = effectsOf();
        for (let press = 0; press < 4; press++) {
          const outcome: unknown = await sendTicket(target, draftOf(), effects).catch(
            (error: unknown) => error,
          );
          expect(tickets.length).toBeLessThanOrEqual(1);
          if (outcome instanceof TicketRefused) continue;
          if (outcome instanceof TicketNotDelivered) {
            // Where it says that nothing arrived, nothing has.
            if (!outcome.mayHaveArrived) expect(tickets).toEqual([]);
          } else {
            expect(outcome).not.toBeInstanceOf(Error);
            expect(tickets).toHaveLength(1);
          }
        }
        await close();
      }),
      {
        numRuns: 150,
        // The server has it, and refuses it when it comes again: whatever fails later, it may have arrived.
        examples: [['webhook', ['taken, and the answer lost', 'refused', 429, 503, 500, 429]]],
      },
    );
  });
});
