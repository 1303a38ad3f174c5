import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reviewHtml } from '../../../../src/core/operations/incidents/reviewHtml.ts';

it('has an element for what is written', () => {
  expect(reviewHtml('# A\n\nOne *two* **three** `x<y`\n\n3. a\n4. b\n\n- [x] done\n')).toBe(
    '<h2>A</h2><p>One <em>two</em> <strong>three</strong> <code>x&lt;y</code></p><ol start="3"><li>a</li><li>b</li></ol><ul><li>☑ done</li></ul>',
  );
  expect(reviewHtml('| Time | What |\n| --- | --- |\n| 9:00 | a \\| b |\n')).toBe(
    '<table><thead><tr><th>Time</th><th>What</th></tr></thead><tbody><tr><td>9:00</td><td>a | b</td></tr></tbody></table>',
  );
  expect(reviewHtml('[a](/wallet/swap-failed/) [b](https://x.example/?a=1&b=2)')).toBe(
    '<p><a href="/wallet/swap-failed/" rel="noopener noreferrer">a</a> <a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer">b</a></p>',
  );
});

it('runs nothing of what was pasted', () => {
  expect(
    reviewHtml(
      '<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> [b](javascript:alert(1)) [c](//evil.example)',
    ),
  ).toBe('&lt;script&gt;alert(1)&lt;/script&gt;<p>a &lt;img src=x onerror=alert(1)&gt; b c</p>');
  const hostile = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '[a](',
      ')',
      'javascript:',
      '<b>',
      '`',
      '|',
      '\n',
      '# ',
      '- ',
      '![',
      '](',
      'x',
      '&',
      ':a[',
    ),
    { maxLength: 30 },
  );
  const TAGS =
    /<\/?(?:p|h[2-6]|ol|ul|li|em|strong|del|code|pre|blockquote|table|thead|tbody|tr|th|td|br|hr|a)(?: (?:start="\d+"|tabindex="0"|href="(?:https?:\/\/|\/(?!\/)|#)[^"<>]*"|rel="noopener noreferrer"))*>/g;
  fc.assert(
    fc.property(hostile, (parts) => {
      expect(reviewHtml(parts.join('')).replace(TAGS, '')).not.toMatch(/[<>]/);
    }),
    { numRuns: 2000 },
  );
});
