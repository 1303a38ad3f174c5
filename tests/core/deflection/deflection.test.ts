import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
} from '../../../src/core/deflection/deflection.ts';
import { parseTicketTarget, toMailto } from '../../../src/core/deflection/ticketTarget.ts';
import type { Suggestion } from '../../../src/core/retrieval/suggest.ts';

const SUGGESTION: Suggestion = {
  slug: 'wallet/wrong-network',
  language: 'en',
  title: 'I sent crypto on the wrong network',
  reviewed: '2026-11-16',
  passage: { anchor: '', heading: '', text: 'It is still yours.' },
  sentence: 'It is still yours.',
  marks: { title: [], sentence: [] },
  probability: 0.9,
  why: { dense: 0.6, lexical: 12 },
  urgent: undefined,
};
const WARNING: Suggestion = { ...SUGGESTION, slug: 'security/stolen-funds', urgent: 'Move what is left.' };
const TYPED: DeflectionEvent = { type: 'typed', text: 'my usdt never arrived' };

function after(...events: DeflectionEvent[]): DeflectionState {
  return events.reduce(reduce, { status: 'idle' } as DeflectionState);
}

describe('the widget’s states', () => {
  it('goes from typing over loading to suggestions', () => {
    expect(after(TYPED)).toEqual({ status: 'loading' });
    expect(after(TYPED, { type: 'suggested', suggestions: [SUGGESTION] })).toEqual({
      status: 'ready',
      suggestions: [SUGGESTION],
    });
    expect(after(TYPED, { type: 'suggested', suggestions: [] })).toEqual({ status: 'abstained' });
  });

  it('keeps what it shows while one types on', () => {
    const state = after(TYPED, { type: 'suggested', suggestions: [SUGGESTION] });
    expect(reduce(state, { type: 'typed', text: 'my usdt never arrived in' })).toBe(state);
  });

  it('shows nothing for an answer that comes after the field was emptied, or after help was declined', () => {
    const late: DeflectionEvent = { type: 'suggested', suggestions: [SUGGESTION] };
    expect(after(TYPED, { type: 'typed', text: '' }, late)).toEqual({ status: 'idle' });
    expect(after(TYPED, late, { type: 'dismissed' }, late)).toEqual({ status: 'dismissed' });
    expect(after(TYPED, late, { type: 'solved', suggestion: SUGGESTION }, late)).toEqual({
      status: 'solved',
      suggestion: SUGGESTION,
    });
  });

  it('warns even whoever declined help, but not twice of the same thing', () => {
    const late: DeflectionEvent = { type: 'suggested', suggestions: [SUGGESTION] };
    const warning: DeflectionEvent = { type: 'suggested', suggestions: [WARNING, SUGGESTION] };
    const warned = after(TYPED, late, { type: 'dismissed' }, warning);
    expect(warned).toEqual({ status: 'ready', suggestions: [WARNING, SUGGESTION] });
    const dismissed = reduce(warned, { type: 'dismissed' });
    expect(reduce(dismissed, warning)).toBe(dismissed);
    const other = { ...WARNING, urgent: 'Freeze your card.' };
    expect(reduce(dismissed, { type: 'suggested', suggestions: [other] }).status).toBe('ready');
  });

  it('is blocked by a secret at any time', () => {
    const any = fc.constantFrom<DeflectionEvent>(
      TYPED,
      { type: 'suggested', suggestions: [SUGGESTION] },
      { type: 'failed' },
      { type: 'dismissed' },
      { type: 'solved', suggestion: SUGGESTION },
    );
    fc.assert(
      fc.property(fc.array(any), (events) => {
        expect(after(...events, { type: 'blocked', secrets: ['recovery-phrase'] }).status).toBe('blocked');
      }),
    );
  });
});

it.each([
  ['', false],
  ['hello', false],
  ['转账', true],
  ['币', false],
  ['pending', true],
])('searches for %j: %s', (text, worth) => {
  expect(isWorthSearching(text)).toBe(worth);
});

describe('where a ticket goes', () => {
  it('is read from the attribute, or refused with what was expected', () => {
    expect(parseTicketTarget('{"kind":"webhook","url":"https://x.example/t"}')).toEqual({
      kind: 'webhook',
      url: 'https://x.example/t',
    });
    expect(() => parseTicketTarget('{"kind":"fax"}')).toThrow('expected {"kind":"mailto"');
  });

  it('becomes an email that nothing in the text can break out of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (subject, description) => {
          const draft = {
            version: 1,
            idempotencyKey: 'k',
            subject,
            description,
            email: '',
            language: 'en',
            articles: { shown: [], opened: [] },
          } as const;
          const url = new URL(toMailto('help@firstline.example', draft));
          expect(url.pathname).toBe('help@firstline.example');
          expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
          expect(url.searchParams.get('subject')).toBe(subject);
          expect(url.searchParams.get('body')).toBe(description);
        },
      ),
    );
  });
});
