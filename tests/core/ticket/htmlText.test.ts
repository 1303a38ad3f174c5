import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfText } from '../../../src/core/ticket/adfText.ts';
import { htmlText, textOrHtml } from '../../../src/core/ticket/htmlText.ts';

describe('HTML as text', () => {
  it.each([
    ['my <b>card</b>&nbsp;was &lt;declined&gt; &amp; 被拒', 'my card was <declined> & 被拒'],
    ['<p>one</p><p>two<br>three</p>', 'one\ntwo\nthree'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<style>p{color:red}</style><script>alert(1)</script><p>x</p><img src="a.png" alt="shot">', 'x'],
    ['<p>mine</p><blockquote><p>theirs</p>more</blockquote>', 'mine\n> theirs\n> more'],
    ['<h1>Not shouted</h1>', 'Not shouted'],
    ['no markup, 1 > 0', 'no markup, 1 > 0'],
  ])('of %j', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('has the addresses of links only if they are asked for, and once', () => {
    const html =
      'See <a href="https://help.example/a">this</a> or <a href="https://b.example">https://b.example</a>';
    expect(htmlText(html)).toBe('See this or https://b.example');
    expect(htmlText(html, { links: true })).toBe('See this (https://help.example/a) or https://b.example');
  });

  it('is made only of what looks like it', () => {
    expect(textOrHtml('is 1 <b 2> ok, a <tag> b')).toBe('is 1 <b 2> ok, a <tag> b');
    expect(textOrHtml('<div>a</div>b')).toBe('a\nb');
  });

  it.each([
    ['deep', `${'<div>'.repeat(10_000)}words${'</div>'.repeat(10_000)}`],
    ['deep, unclosed', `${'<blockquote><table><tr><td>'.repeat(5_000)}words`],
    ['after a picture of 300 kB', `<img src="data:image/png;base64,${'A'.repeat(300_000)}"><p>words</p>`],
    ['many unclosed comments', `words${'<!--'.repeat(50_000)}`],
    ['10 MB long', `words${'<p>x</p>'.repeat(1_250_000)}`],
    ['made of spaces', `words<i>${' <b>'.repeat(60_000)}x`],
    ['with lone surrogates', 'words<p>\uD800</p>&#xD800;'],
  ])('keeps its words when it is %s', (_, html) => {
    const text = htmlText(html);
    expect(text).toContain('words');
    expect(text.isWellFormed()).toBe(true);
  });

  it('comes of anything', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      '">',
      '<!--',
      '-->',
      '&#',
      ';',
      '<',
      '&amp',
      '<td>',
      '\uD83D',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(htmlText(pieces.join(''), { links: true }).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('an Atlassian document as text', () => {
  const text = (value: string, ...marks: object[]) => ({ type: 'text', text: value, marks });

  it('has blocks on lines of their own, dashes before items, addresses after links', () => {
    const link = { type: 'link', attrs: { href: 'https://help.example/a' } };
    expect(
      adfText({
        type: 'doc',
        content: [
          { type: 'heading', content: [text('Swap')] },
          {
            type: 'paragraph',
            content: [text('see '), text('this', link), { type: 'hardBreak' }, text('now')],
          },
          {
            type: 'bulletList',
            content: [
              { type: 'listItem', content: [{ type: 'paragraph', content: [text('one')] }] },
              { type: 'listItem', content: [{ type: 'paragraph', content: [text('two')] }] },
            ],
          },
          { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'x' } }] },
          { type: 'paragraph', content: [{ type: 'mention', attrs: { text: '@staff' } }] },
        ],
      }),
    ).toBe('Swap\nsee this (https://help.example/a)\nnow\n- one\n- two\n@staff');
  });

  it('of older interfaces is text already', () => {
    expect(adfText('*bold*')).toBe('*bold*');
    expect(adfText(null)).toBe('');
  });

  it('is nested as deep as anybody likes', () => {
    let node: object = { type: 'paragraph', content: [text('words')] };
    for (let i = 0; i < 10_000; i++) node = { type: 'blockquote', content: [node] };
    expect(adfText({ type: 'doc', content: [node] })).toBe('> > > words');
  });

  it('comes of anything', () => {
    const key = fc.constantFrom('type', 'content', 'text', 'attrs', 'marks', 'url');
    const type = fc.constantFrom('paragraph', 'text', 'listItem', 'inlineCard', 'emoji', 'hardBreak');
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(type, fc.jsonValue({ maxDepth: 5 }))), (node) => {
        expect(typeof adfText({ type: 'doc', content: [node, [node]] })).toBe('string');
      }),
    );
  });
});
