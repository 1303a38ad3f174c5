import fc from 'fast-check';
import { compile } from 'html-to-text';
import { describe, expect, test } from 'vitest';
import { lightForms } from '../../../../src/core/operations/replies/lightText.ts';

const REPLY = `Hello,

Read [how to](https://help.test/a/card/pin/#en), then:

1. Open Card.
2. Tap "Freeze" & wait.

- a < b
- https://help.test/a/b/.

Kind regards,
Support`;

describe('the three forms of a reply', () => {
  test('are the same words', () => {
    expect(lightForms(REPLY, 'en')).toMatchInlineSnapshot(`
      {
        "html": "<div lang="en">
      <p>Hello,</p>
      <p>Read <a href="https://help.test/a/card/pin/#en">how to</a>, then:</p>
      <ol>
        <li>Open Card.</li>
        <li>Tap &quot;Freeze&quot; &amp; wait.</li>
      </ol>
      <ul>
        <li>a &lt; b</li>
        <li><a href="https://help.test/a/b/">https://help.test/a/b/</a>.</li>
      </ul>
      <p>Kind regards,<br>
      Support</p>
      </div>",
        "markdown": "Hello,

      Read [how to](https://help.test/a/card/pin/#en), then:

      1. Open Card.
      2. Tap "Freeze" & wait.

      - a < b
      - https://help.test/a/b/.

      Kind regards,
      Support",
        "text": "Hello,

      Read how to (https://help.test/a/card/pin/#en), then:

      1. Open Card.
      2. Tap "Freeze" & wait.

      - a < b
      - https://help.test/a/b/.

      Kind regards,
      Support",
      }
    `);
    expect(lightForms('看[这里](https://help.test/a/)。', 'zh-CN').text).toBe(
      '看这里（https://help.test/a/）。',
    );
  });

  test('HTML has no elements but ours, and no address but https, whatever the text is', () => {
    const piece = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '[x](https://evil.test/"onmouseover="alert(1))',
      '[a](https://ok.test/)',
      'https://ok.test/<b>',
      '&lt;',
      '"',
      "'",
      '\n',
      '\n\n',
      '1. ',
      '- ',
      '好',
      ']]>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { html } = lightForms(pieces.join(''), 'en');
        const tags = [...html.matchAll(/<\/?([a-z]+)([^>]*)>/gi)];
        for (const [, name, attributes] of tags) {
          expect(['div', 'p', 'br', 'ol', 'ul', 'li', 'a']).toContain(name);
          expect(attributes).toMatch(/^(?: href="https:\/\/[^"<>]*"| lang="en"| start="\d+")?$/);
        }
        expect(html.replace(/<\/?[a-z]+[^>]*>/gi, '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  test('no word is lost on the way to HTML', () => {
    const line = fc.stringMatching(/^[a-zA-Z好你<&"' ]{1,20}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const plain = (text: string): string => text.replace(/\s+/g, '');
        const text = compile({ wordwrap: false })(lightForms(lines.join('\n\n'), 'en').html);
        expect(plain(text)).toBe(plain(lines.join('')));
      }),
    );
  });
});
