import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { request, type Repetition } from '../../../src/core/deflection/retry.ts';
import { closeServersAfterEach, effectsOf, inTurn, serve, type Reply } from './vendor.ts';

closeServersAfterEach();

const OK: Reply = { status: 200, json: { ok: true } };
const POST = { method: 'POST', body: 'x' };
const QUICK = { timeout: () => AbortSignal.timeout(50) };
const KINDS: readonly Repetition[] = ['harmless', 'recognised', 'second-ticket'];

describe('a request', () => {
  it.each(KINDS)('is made again after answers of failure, with longer and longer waits: %s', async (kind) => {
    const { url, seen } = await serve(inTurn({ status: 500 }, { status: 503 }, { status: 429 }, OK));
    const effects = effectsOf({ random: () => 1 });
    expect(await request(url, POST, kind, effects)).toEqual({ isOk: true, status: 200, json: { ok: true } });
    expect(seen).toHaveLength(4);
    expect(effects.slept).toEqual([1000, 2000, 4000]);
  });

  it('waits for a random part of the time, so that not all come back at once', async () => {
    const { url } = await serve(inTurn({ status: 500 }, OK));
    const effects = effectsOf({ random: () => 0.25 });
    await request(url, POST, 'harmless', effects);
    expect(effects.slept).toEqual([250]);
  });

  it.each([
    ['7', 7000],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['soon', 0],
  ])('waits for as long as Retry-After says: %s', async (header, ms) => {
    const { url } = await serve(inTurn({ status: 429, headers: { 'Retry-After': header } }, OK));
    const effects = effectsOf({ random: () => 0 });
    await request(url, POST, 'second-ticket', effects);
    expect(effects.slept).toEqual([ms]);
  });

  it('is given up at once where the wait would be longer than a minute', async () => {
    const { url, seen } = await serve(() => ({ status: 429, headers: { 'Retry-After': '3600' } }));
    const effects = effectsOf();
    await expect(request(url, POST, 'harmless', effects)).rejects.toMatchObject({
      name: 'TicketNotDelivered',
      mayHaveArrived: false,
      retryAfterMs: 3_600_000,
    });
    expect(seen).toHaveLength(1);
    expect(effects.slept).toEqual([]);
  });

  it.each(KINDS)('is given up after four answers of failure, and has not arrived: %s', async (kind) => {
    const { url, seen } = await serve(() => ({ status: 500 }));
    await expect(request(url, POST, kind, effectsOf())).rejects.toMatchObject({
      message: `${new URL(url).host} answered 500, at try 4.`,
      mayHaveArrived: false,
    });
    expect(seen).toHaveLength(4);
  });

  it.each(['silence', 'hang-up', { status: 502 }, { status: 504 }] as const)(
    'is not made again after %j where that could make a second ticket',
    async (reply) => {
      const { url, seen } = await serve(() => reply);
      await expect(request(url, POST, 'second-ticket', effectsOf(QUICK))).rejects.toMatchObject({
        mayHaveArrived: true,
      });
      expect(seen).toHaveLength(1);
    },
  );

  it.each(['silence', 'hang-up', { status: 502 }, { status: 409 }] as const)(
    'is made again after %j where the server knows it again',
    async (reply) => {
      const { url, seen } = await serve(inTurn(reply, OK));
      expect((await request(url, POST, 'recognised', effectsOf(QUICK))).isOk).toBe(true);
      expect(seen).toHaveLength(2);
    },
  );

  it('says what went wrong where a server never answers', async () => {
    const { url, seen } = await serve(() => 'silence');
    const lost = request(url, POST, 'recognised', effectsOf(QUICK));
    await expect(lost).rejects.toMatchObject({ mayHaveArrived: true, cause: { name: 'TimeoutError' } });
    expect(seen).toHaveLength(4);
  });

  it('has not arrived where it makes no ticket', async () => {
    const { url, close } = await serve(() => OK);
    await close();
    await expect(request(url, POST, 'harmless', effectsOf())).rejects.toMatchObject({
      mayHaveArrived: false,
    });
  });

  it('hands an answer of refusal on, without trying again', async () => {
    const { url, seen } = await serve(() => ({ status: 422, json: { error: 'no' } }));
    expect(await request(url, POST, 'harmless', effectsOf())).toEqual({
      isOk: false,
      status: 422,
      json: { error: 'no' },
    });
    expect(seen).toHaveLength(1);
  });

  it('takes a body that is no JSON for none', async () => {
    const { url } = await serve(() => ({ status: 200, text: '<!doctype html>' }));
    expect((await request(url, POST, 'harmless', effectsOf())).json).toBeUndefined();
  });

  it('follows no redirection: it would take the text elsewhere, or lose it', async () => {
    const elsewhere = await serve(() => OK);
    const { url } = await serve(() => ({ status: 307, headers: { Location: elsewhere.url } }));
    await expect(request(url, POST, 'harmless', effectsOf())).rejects.toMatchObject({
      mayHaveArrived: false,
    });
    expect(elsewhere.seen).toEqual([]);
  });

  it('makes no try once it is to stop', async () => {
    const stop = new AbortController();
    const { url, seen } = await serve(() => ({ status: 500 }));
    const effects = effectsOf({ signal: stop.signal, sleep: async () => stop.abort() });
    await expect(request(url, POST, 'harmless', effects)).rejects.toMatchObject({ mayHaveArrived: false });
    expect(seen).toHaveLength(1);
  });
});

it('never waits longer than the back-off allows, and tries no more than four times', async () => {
  const reply = fc.constantFrom<Reply>(OK, { status: 500 }, { status: 429 }, { status: 404 }, 'hang-up');
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 6 }), async (replies) => {
      const { url, seen, close } = await serve(inTurn(...replies));
      const effects = effectsOf();
      await request(url, POST, 'harmless', effects).catch(() => undefined);
      expect(seen.length).toBeLessThanOrEqual(4);
      expect(effects.slept).toHaveLength(seen.length - 1);
      effects.slept.forEach((ms, at) => expect(ms).toBeLessThanOrEqual(1000 * 2 ** at));
      await close();
    }),
    { numRuns: 60 },
  );
});
