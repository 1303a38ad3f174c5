import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import {
  FLAGS,
  flagIssue,
  issueAddress,
  MAX_ADDRESS,
  type Flag,
} from '../../../../src/core/operations/desk/flag.ts';

const TEMPLATE = 'https://tracker.test/new?title={title}&body={body}';
const flag: Flag = {
  kind: 'outdated',
  slug: 'card/card-declined',
  language: 'zh-CN',
  note: 'The menu is called Card now.',
  ticket: 'I am Jane Miller, jane@mail.test. My card was declined.',
};

describe('a flag', () => {
  test('says what, where and why, with the ticket redacted', () => {
    const { title, body } = flagIssue(flag);
    expect(title).toBe('Out of date: card/card-declined (zh-CN)');
    expect(body).toContain('`content/docs/zh-cn/card/card-declined.md`');
    expect(body).toContain('The menu is called Card now.');
    expect(body).toContain('My card was declined.');
    expect(body).not.toMatch(/jane@mail/);
    expect(body).toContain('[email]');
  });

  test('names no article where none answers', () => {
    const { title, body } = flagIssue({ ...flag, kind: 'missing', slug: undefined });
    expect(title).toBe('Missing: no article answers this (zh-CN)');
    expect(body).not.toContain('content/docs');
  });

  test('what a customer wrote stays within its code block, whatever it is', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '```',
        '````',
        '~~~',
        '\n',
        '@everyone',
        '[x](https://evil.test)',
        '<img src=x>',
        '# h',
        '`',
        'text',
        '- [ ] a',
        '\u202E',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(hostile, hostile, (ticket, note) => {
        const { body } = flagIssue({ ...flag, ticket: ticket.join(''), note: note.join('') });
        const kinds: string[] = [];
        visit(parseMarkdown(body), (node) => void kinds.push(node.type));
        expect(kinds.filter((kind) => ['link', 'html', 'heading', 'list', 'image'].includes(kind))).toEqual(
          [],
        );
        expect(kinds.filter((kind) => kind === 'code').length).toBeLessThanOrEqual(2);
        expect(body).not.toContain('\u202E');
      }),
    );
  });

  test('its address is short enough, and decodes to the issue', () => {
    const short = new URL(issueAddress(TEMPLATE, flag));
    expect(short.searchParams.get('title')).toBe(flagIssue(flag).title);
    expect(short.searchParams.get('body')).toBe(flagIssue(flag).body);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 0, maxLength: 4_000 }),
        fc.constantFrom(...FLAGS),
        (text, kind) => {
          const address = issueAddress(TEMPLATE, { ...flag, kind, ticket: text, note: '好'.repeat(400) });
          expect(address.length).toBeLessThanOrEqual(MAX_ADDRESS);
          expect(URL.canParse(address)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
    const long = new URL(issueAddress(TEMPLATE, { ...flag, ticket: '卡被拒了。'.repeat(2_000) }));
    expect(long.searchParams.get('body')).toContain('[…]');
  });

  test('what stands in braces in a ticket is not filled in', () => {
    const address = new URL(issueAddress(TEMPLATE, { ...flag, ticket: 'see {title} and {body}' }));
    expect(address.searchParams.get('body')).toContain('see {title} and {body}');
  });
});
