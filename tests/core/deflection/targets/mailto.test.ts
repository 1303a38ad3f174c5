import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendTicket } from '../../../../src/core/deflection/sendTicket.ts';
import { toMailto } from '../../../../src/core/deflection/targets/mailto.ts';
import { ticketMarkdown, ticketText } from '../../../../src/core/deflection/ticketText.ts';
import { draftOf, effectsOf } from '../vendor.ts';

const ADDRESS = 'help@firstline.example';
const NOTE = /\r\n\r\n\[[^[]*\]$/;

describe('an email', () => {
  it('holds the whole ticket if it fits', () => {
    const draft = draftOf();
    const { url, remainder } = toMailto(ADDRESS, draft);
    const { pathname, searchParams } = new URL(url);
    expect(remainder).toBe('');
    expect(pathname).toBe(ADDRESS);
    expect(searchParams.get('subject')).toBe('USDT never arrived');
    expect(searchParams.get('body')).toBe(ticketText(draft, 'en').replaceAll('\n', '\r\n'));
  });

  it('is never longer than 1,800 characters, and loses nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1500, size: 'max' }),
      fc.string({
        unit: fc.constantFrom('我', '钱', '𠮷', '👨‍👩‍👧', 'é', 'a', '\n', '\uD800', '\uDC00'),
        maxLength: 1500,
        size: 'max',
      }),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('en', 'zh-CN'), (subject, description, language) => {
        const draft = draftOf({ subject, description, language });
        const { url, remainder } = toMailto(ADDRESS, draft);
        expect(url.length).toBeLessThanOrEqual(1800);
        const { pathname, searchParams } = new URL(url);
        expect(pathname).toBe(ADDRESS);
        expect([...searchParams.keys()]).toEqual(['subject', 'body']);
        expect(searchParams.get('subject')).not.toMatch(/[\r\n]/);
        const body = searchParams.get('body')!;
        const kept = remainder === '' ? body : body.replace(NOTE, '');
        const whole = ticketText(draft, language).replace(/\p{Surrogate}/gu, '\uFFFD');
        // What is left begins with a whole character.
        expect(kept.replaceAll('\r\n', '\n') + remainder.replace(/\p{Surrogate}/gu, '\uFFFD')).toBe(whole);
      }),
    );
  });

  it('opens in the mail program, with the rest on the clipboard', async () => {
    const effects = effectsOf();
    const draft = draftOf({ description: '钱还没到账。'.repeat(100), language: 'zh-CN' });
    const receipt = await sendTicket({ kind: 'mailto', address: ADDRESS }, draft, effects);
    expect(effects.openedUrls).toEqual([toMailto(ADDRESS, draft).url]);
    expect(receipt).toEqual({
      kind: 'mailto',
      reference: 'FL-3F2A-9C01',
      remainder: toMailto(ADDRESS, draft).remainder,
      isCopied: true,
    });
    expect(effects.copied).toEqual([receipt.remainder]);
  });

  it('opens as well where copying is not allowed, and says so', async () => {
    const effects = effectsOf({ copy: () => Promise.reject(new Error('NotAllowedError')) });
    const draft = draftOf({ description: 'My card was declined twice. '.repeat(100) });
    const receipt = await sendTicket({ kind: 'mailto', address: ADDRESS }, draft, effects);
    expect(receipt.isCopied).toBe(false);
    expect(receipt.remainder).toContain('declined');
    expect(effects.openedUrls).toHaveLength(1);
  });

  it('opens again when asked again, also with a slip in a field or without an address to answer to', async () => {
    const effects = effectsOf();
    const draft = draftOf({ email: '', fields: { network: 'bitcoin', transactionHash: 'oops' } });
    await sendTicket({ kind: 'mailto', address: ADDRESS }, draft, effects);
    await sendTicket({ kind: 'mailto', address: ADDRESS }, draft, effects);
    expect(effects.openedUrls).toHaveLength(2);
  });
});

describe('a copy', () => {
  it('is Markdown on the clipboard', async () => {
    const effects = effectsOf();
    expect(await sendTicket({ kind: 'copy' }, draftOf(), effects)).toEqual({
      kind: 'copy',
      reference: 'FL-3F2A-9C01',
    });
    expect(effects.copied).toEqual([ticketMarkdown(draftOf(), 'en')]);
  });

  it('says so where it is not allowed', async () => {
    const cause = new Error('NotAllowedError');
    const effects = effectsOf({ copy: () => Promise.reject(cause) });
    await expect(sendTicket({ kind: 'copy' }, draftOf(), effects)).rejects.toMatchObject({
      name: 'TicketNotDelivered',
      mayHaveArrived: false,
      cause,
    });
  });
});
