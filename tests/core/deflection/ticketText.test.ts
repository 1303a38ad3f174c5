import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../src/core/deflection/ticketDraft.ts';
import { clean } from '../../../src/core/deflection/plainText.ts';
import { factsOf, ticketMarkdown, ticketText } from '../../../src/core/deflection/ticketText.ts';
import { draftOf, HASH } from './vendor.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const nodesOf = (root: Root): Nodes[] => {
  const nodes: Nodes[] = [];
  visit(root, (node) => void nodes.push(node));
  return nodes;
};
const count = (root: Root, type: string): number => nodesOf(root).filter((node) => node.type === type).length;

describe('a ticket as text', () => {
  it('reads well in English', () => {
    expect(ticketMarkdown(draftOf(), 'en')).toBe(`# USDT never arrived

I sent 20 USDT an hour ago.\x20\x20
It is not there.

---

- **Reference:** FL-3F2A-9C01
- **About:** Wallet
- **Network:** Ethereum (ERC20)
- **Transaction:** ${HASH}
- **Explorer:** <https://etherscan.io/tx/${HASH}>
- **App version:** 4.2.0
- **Name:** Lin
- **Email:** lin@example.org
- **Articles shown:** wallet/pending-transaction, wallet/wrong-network
- **Articles opened:** wallet/wrong-network
- **Articles that did not help:** wallet/wrong-network (other-network)
- **Answer in:** en
- **Page language:** en-GB
- **Browser:** Mozilla/5.0 (X11; Linux x86_64)
- **Page:** <https://a.example/help>
- **Edition:** public
- **Index:** en-1a2b3c.json
- **Written:** 2026-11-21T11:59:00.000Z
`);
  });

  it('reads well in Chinese, without what is not known', () => {
    const draft = draftOf({
      language: 'zh-CN',
      description: '转账一小时了，还没到账。',
      name: undefined,
      issueType: 'payment',
      fields: { network: 'other' },
      articles: { shown: [], opened: [], rejected: [], solved: 'wallet/gas' },
      edition: undefined,
      index: undefined,
      incident: 'tron-delays',
    });
    expect(ticketText(draft, 'zh-CN')).toBe(`转账一小时了，还没到账。

--
编号：FL-3F2A-9C01
问题类型：付款
网络：other
邮箱：lin@example.org
有帮助的文章：wallet/gas
正在处理的故障：tron-delays
回复语言：zh-CN
页面语言：en-GB
浏览器：Mozilla/5.0 (X11; Linux x86_64)
页面：https://a.example/help
填写时间：2026-11-21T11:59:00.000Z
`);
  });

  it('leaves out what goes another way', () => {
    const text = ticketText(draftOf(), 'en', ['network', 'userAgent']);
    expect(text).not.toContain('Network:');
    expect(text).not.toContain('Browser:');
    expect(text).toContain('Reference: FL-3F2A-9C01');
  });

  it('has a beginning of the description for a subject that is empty', () => {
    expect(
      ticketMarkdown(draftOf({ subject: ' ', description: '\n\nNo money\ncame' }), 'en').split('\n')[0],
    ).toBe('# No money');
  });

  it('never shows more of a card than four digits', () => {
    const whole = draftOf({ issueType: 'card', fields: { cardLastFour: '4242424242424242' } });
    expect(ticketMarkdown(whole, 'en') + ticketText(whole, 'en')).not.toContain('4242');
    const four = draftOf({ issueType: 'card', fields: { cardLastFour: '4242' } });
    expect(new Map(factsOf(four, 'en')).get('cardLastFour')).toBe('4242');
  });
});

describe('hostile text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<!-- hidden',
    '[the bank](https://evil.example)',
    '![](https://evil.example/pixel.png)',
    '[x]: https://evil.example\n[x]',
    '# heading\n## another',
    'under\n===\nline\n---',
    '```\ncode\n```',
    '~~~\ncode',
    '    indented',
    '- list\n+ list\n* list\n1. list\n2) list',
    '> quote',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'a | b\n:-- | --:\n1 | 2',
    '**bold** _em_ __b__ ~~gone~~ `code` $x$',
    '&lt;b&gt; &#35; &copy;',
    'ends with a backslash \\\nand \\* goes on',
    '<https://evil.example|https://bank.example>',
    'https://evil.example/)[x](y',
    '<javascript:alert(1)>',
    '[^1]\n\n[^1]: note',
    '- [ ] task',
    '***\n---\n___',
    'number 4 #',
    '# 5 ##',
  ])('stays text: %j', (text) => {
    expectText(text);
  });

  it('stays text whatever it is', () => {
    const piece = fc.constantFrom(
      ...'<>[]()!*_`~#+-=|\\&;:.$^"\'@/ \n\t0aé我'.split(''),
      'https://a.example/b_c?d=1&e',
      'www.a.example',
      '&lt;',
      '1.',
      '---',
      '```',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectText(pieces.join(''))),
      {
        numRuns: 400,
      },
    );
  });

  it('cannot turn the direction of what stands after it, or hide in it', () => {
    const draft = draftOf({
      description: 'a\u202Eb\u0000c\u2066d\re',
      name: 'L\u200Fin\nEmail: other@x.example',
    });
    expect(ticketText(draft, 'en')).toContain('abcd\ne\n');
    expect(ticketText(draft, 'en')).toContain('\nName: Lin Email: other@x.example\n');
  });
});

/** Written as description, subject, name and reason, a text makes none of the document's structure. */
function expectText(text: string): void {
  const described = parse(ticketMarkdown(draftOf({ subject: 'S', description: text }), 'en'));
  const plain = parse(ticketMarkdown(draftOf({ subject: 'S', description: 'D' }), 'en'));
  for (const type of ['heading', 'list', 'listItem', 'strong', 'thematicBreak']) {
    expect(count(described, type)).toBe(count(plain, type));
  }
  const rejected = [{ slug: 's', reason: text }];
  const draft = draftOf({ subject: text, name: text, articles: { ...draftOf().articles, rejected } });
  const named = parse(ticketMarkdown(draft, 'en'));
  expect(count(named, 'heading')).toBe(1);
  expect(count(named, 'list')).toBe(1);
  for (const root of [described, named]) {
    const types = nodesOf(root).map(({ type }) => type);
    expect(types).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^(html|image|code|inlineCode|table|emphasis|delete|blockquote|footnote.*|definition|.*Reference)$/,
        ),
      ]),
    );
    for (const node of nodesOf(root)) {
      // A link may only lead where it says it does.
      if (node.type === 'link')
        expect(node.url.replace(/^(?:http:\/\/(?=www)|mailto:)/, '')).toBe(toString(node));
    }
  }
  // Nothing is lost but blanks.
  const bare = (value: string): string => value.replace(/\s+/g, '');
  const all = bare(
    described.children
      .slice(1)
      .map((node) => toString(node))
      .join(''),
  );
  expect(all.slice(0, bare(clean(text)).length)).toBe(bare(clean(text)));
  expect(bare(toString(named.children[0]!))).toBe(bare(subjectOf(draft)));
}
