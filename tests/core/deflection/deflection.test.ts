import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
} from '../../../src/core/deflection/deflection.ts';
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
    expect(after(TYPED, late, { type: 'continued' }, late)).toEqual({ status: 'continued' });
    expect(after(TYPED, late, { type: 'rejected', reason: 'out-of-date' }, late)).toEqual({
      status: 'rejected',
      reason: 'out-of-date',
    });
    expect(after(TYPED, late, { type: 'solved', suggestion: SUGGESTION }, late)).toEqual({
      status: 'solved',
      suggestion: SUGGESTION,
    });
  });

  it('warns even whoever declined help, but not twice of the same thing', () => {
    const late: DeflectionEvent = { type: 'suggested', suggestions: [SUGGESTION] };
    const warning: DeflectionEvent = { type: 'suggested', suggestions: [WARNING, SUGGESTION] };
    const warned = after(TYPED, late, { type: 'continued' }, warning);
    expect(warned).toEqual({ status: 'ready', suggestions: [WARNING, SUGGESTION] });
    const other: DeflectionEvent = {
      type: 'suggested',
      suggestions: [{ ...WARNING, urgent: 'Freeze your card.' }],
    };
    for (const declined of ['rejected', 'continued'] as const) {
      const state = reduce(reduce(warned, { type: 'rejected' }), { type: declined });
      expect(reduce(state, warning)).toBe(state);
      expect(reduce(state, other).status).toBe('ready');
    }
  });

  it('reads an article where the suggestions stood, undisturbed but by a warning, and goes back to them', () => {
    const found: DeflectionEvent = { type: 'suggested', suggestions: [SUGGESTION] };
    const reading = after(TYPED, found, { type: 'opened', suggestion: SUGGESTION });
    expect(reading).toEqual({ status: 'reading', suggestions: [SUGGESTION], suggestion: SUGGESTION });
    expect(reduce(reading, { type: 'typed', text: 'my usdt never arrived in' })).toBe(reading);
    expect(reduce(reading, { type: 'suggested', suggestions: [] })).toBe(reading);
    expect(reduce(reading, { type: 'closed' })).toEqual(after(TYPED, found));
    expect(reduce(reading, { type: 'suggested', suggestions: [WARNING] }).status).toBe('ready');
  });

  it('opens and closes nothing that is not there', () => {
    expect(after({ type: 'opened', suggestion: SUGGESTION })).toEqual({ status: 'idle' });
    expect(after(TYPED, { type: 'closed' })).toEqual({ status: 'loading' });
  });

  it('stays blocked for whoever goes on with the form, until the secret is gone', () => {
    const blocked = after(TYPED, { type: 'blocked', secrets: ['password'] });
    expect(reduce(blocked, { type: 'continued' })).toBe(blocked);
    expect(reduce(blocked, TYPED)).toEqual({ status: 'loading' });
  });

  it('goes on to support also after something was solved', () => {
    const solved = after(TYPED, { type: 'solved', suggestion: SUGGESTION });
    expect(reduce(solved, { type: 'continued' })).toEqual({ status: 'continued' });
  });

  it('is blocked by a secret at any time', () => {
    const any = fc.constantFrom<DeflectionEvent>(
      TYPED,
      { type: 'suggested', suggestions: [SUGGESTION] },
      { type: 'failed' },
      { type: 'rejected' },
      { type: 'continued' },
      { type: 'opened', suggestion: SUGGESTION },
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
