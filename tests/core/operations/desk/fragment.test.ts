import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookmarklet, readFragment } from '../../../../src/core/operations/desk/fragment.ts';
import { MAX_TICKET } from '../../../../src/core/operations/desk/visit.ts';

describe('the fragment of the desk', () => {
  test('gives back any text that was encoded into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const whole = text.toWellFormed();
        const found = readFragment(`#text=${encodeURIComponent(whole)}`);
        expect(found.text).toBe(whole.trim() === '' ? undefined : whole);
      }),
    );
  });

  test('never fails, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        const { text, reply } = readFragment(hash);
        expect(text === undefined || text.isWellFormed()).toBe(true);
        expect(reply === undefined || /^[a-z0-9-]+$/.test(reply)).toBe(true);
      }),
    );
  });

  test.each([
    ['a + stays a +', '#text=1+1', { text: '1+1' }],
    ['half an escape is text', '#text=100%', { text: '100%' }],
    ['both fields', '#text=a&reply=card-declined', { text: 'a', reply: 'card-declined' }],
    ['a reply is an id and nothing else', '#reply=../../x', {}],
    ['a reply with markup in it', '#reply=%3Cimg%20src=x%3E', {}],
    ['another fragment', '#section-two', {}],
    ['nothing', '', {}],
  ])('%s', (_, hash, expected) => expect(readFragment(hash)).toEqual(expected));

  test('is cut, and says so', () => {
    const found = readFragment(`#text=${'x'.repeat(MAX_TICKET * 2)}`);
    expect(found.text).toHaveLength(MAX_TICKET);
    expect(found.isCut).toBe(true);
    expect(readFragment(`#text=${'x'.repeat(MAX_TICKET)}`)).not.toHaveProperty('isCut');
  });
});

describe('the bookmarklet', () => {
  /** Runs it as a browser would, with a selection. */
  const run = (desk: string, selection: string): unknown[] => {
    const opened: unknown[] = [];
    const window = {
      getSelection: () => selection,
      open: (...args: unknown[]) => void opened.push(args),
    };
    const code = decodeURIComponent(bookmarklet(desk).replace(/^javascript:/, ''));
    new Function('window', code)(window);
    return opened;
  };

  test('opens the desk with the selection in the fragment, and does nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (selection) => {
        const opened = run('https://desk.test/desk/', selection);
        expect(opened).toHaveLength(1);
        const [address, target, features] = opened[0] as [string, string, string];
        const url = new URL(address);
        expect([url.origin, url.pathname, url.search, target, features]).toEqual([
          'https://desk.test',
          '/desk/',
          '',
          '_blank',
          'noopener',
        ]);
        expect(readFragment(url.hash).text ?? '').toBe(selection.trim() === '' ? '' : selection);
      }),
    );
  });
});
