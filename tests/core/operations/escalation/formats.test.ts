import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { oneLine, visibleText } from '../../../../src/core/mining/safeText.ts';
import { jira } from '../../../../src/core/operations/escalation/formats/jira.ts';
import { markdown } from '../../../../src/core/operations/escalation/formats/markdown.ts';
import { plain } from '../../../../src/core/operations/escalation/formats/plain.ts';
import { slack } from '../../../../src/core/operations/escalation/formats/slack.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '![x](https://evil.test/a.png) [here](javascript:alert(1))',
  '@everyone @channel <!channel> <@U012AB3CD> <https://evil.test|our site>',
  '{color:red}x{color} {html}<b>x</b>{html} [~admin] !https://evil.test/a.png! {noformat}',
  '*bold* _it_ -gone- +ins+ ^up^ ~down~ ??cite?? {{mono}} |a|b| ||h|| `code` ```',
  'h1. heading',
  'bq. quote',
  '# item',
  '- item',
  '1. item',
  '> quote',
  '----',
  ':smile: :) (x)',
  '\\\\server\\share \\* &lt; &amp;amp; &#42;',
  '转账失败：*很急* @客服 <b>',
];
const SIGNS = fc.string({
  unit: fc.constantFrom(...'ab 1.)(*_~`[]{}<>!|#@:;&\\-+^?=hH中，。\n'),
  maxLength: 60,
});
const foreign = fc.oneof(SIGNS, fc.string({ maxLength: 60 }), fc.constantFrom(...HOSTILE));
/** As a reader sees it: without word joiners. */
const seen = (text: string) => text.replaceAll('\u2060', '');

/** As trackers read it; the site's own Markdown has directives as well. */
const parseMarkdown = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text);

describe('Markdown', () => {
  const nodes = (text: string) => {
    const kinds = new Set<string>();
    visit(parseMarkdown(text), (node) => void kinds.add(node.type));
    return kinds;
  };

  it('shows every text as the characters it is', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const tree = parseMarkdown(markdown.field('Label', text));
        const expected = visibleText(text).split('\n').map(oneLine).filter(Boolean).join('');
        expect(seen(toString(tree)).replace(/\s/g, '')).toBe(`Label:${expected}`.replace(/\s/g, ''));
        for (const kind of nodes(markdown.field('Label', text)))
          expect(['root', 'paragraph', 'strong', 'text', 'break']).toContain(kind);
      }),
    );
  });

  it('shows every entry of a list as one', () => {
    fc.assert(
      fc.property(
        fc.array(
          foreign.filter((text) => oneLine(text) !== ''),
          { minLength: 1, maxLength: 5 },
        ),
        fc.boolean(),
        (items, isOrdered) => {
          const tree = parseMarkdown(markdown.list('Steps', items, isOrdered));
          const lists = tree.children.filter((node) => node.type === 'list');
          expect(lists).toHaveLength(1);
          expect(lists[0]!.children.map((item) => seen(toString(item)))).toEqual(items.map(oneLine));
        },
      ),
    );
  });

  it('shows code to its last character, whatever fences are in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(foreign, fc.string({ unit: fc.constantFrom('`', '~', '\n', 'x', ' ') })),
        (text) => {
          const code = parseMarkdown(markdown.code('Log', text)).children.filter(
            (node) => node.type === 'code',
          );
          expect(code).toHaveLength(1);
          expect(code[0]!.value).toBe(visibleText(text));
        },
      ),
    );
  });

  it('leaves alone what formats nothing', () => {
    const text = 'Since 2026-11-21: ticket #4711 (security-team), new_token, 3 + 4 = 7, a! b?';
    expect(markdown.field('L', text)).toBe(`**L:** ${text}`);
    expect(markdown.title('- one #')).toBe('# \\- one \\#');
  });

  it('notifies nobody', () => {
    expect(markdown.field('Who', '@everyone')).toBe('**Who:** &#64;&#8288;everyone');
  });
});

describe('Jira', () => {
  it.each([
    ['{color:red}x{color}', '\\{color:red\\}x\\{color\\}'],
    ['[~admin] [a|https://evil.test]', '\\[\\~admin\\] \\[a\\|https://evil.test\\]'],
    ['!https://evil.test/a.png!', '\\!https://evil.test/a.png\\!'],
    ['C:\\\\new', 'C:&#92;&#92;new'],
    ['&lt;b&gt; a & b', '&amp;lt;b&amp;gt; a & b'],
    ['h1. big', 'h1\u2060. big'],
    ['-- *x* _y_ ??z??', '\\-\\- \\*x\\* \\_y\\_ \\?\\?z\\?\\?'],
    ['2026-11-21, #4711, security-team: is it 5.8.1?', '2026-11-21, #4711, security-team: is it 5.8.1?'],
    ['Tron (TRC20), new_token!', 'Tron (TRC20), new_token!'],
    ['(x) :) (on) #1', '\\(x) :\\) \\(on) #1'],
  ])('%s', (text, written) => {
    expect(jira.field('L', text)).toBe(`*L:* ${written}`);
  });

  it('leaves no sign of its notation unescaped, and loses no character', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const written = jira.list('L', [text], false).replace(/^.*\n\* /, '');
        const rest = written.replace(/\\[{}[\]()*_\-+^~|!?#]|&#92;|&#58;|&amp;/g, '\u0001');
        expect(rest).not.toMatch(/[\\{}[\]*^~|]|\?\?|!\S|^#/);
        expect(rest).not.toMatch(/(?<![\p{L}\p{N}])[-_+]|[-_+](?![\p{L}\p{N}])/u);
        expect(rest).not.toMatch(/\((?:[/x!?+*iyn-]|on|off|flag)\)|[:;]\)|:[(DP]/);
        const characters: Readonly<Record<string, string>> = { '&#92;': '\\', '&#58;': ':', '&amp;': '&' };
        const read = seen(written).replace(
          /\\(.)|&#92;|&#58;|&amp;/g,
          (found, sign) => sign ?? characters[found]!,
        );
        expect(read).toBe(oneLine(text));
      }),
    );
  });

  it('keeps a log within its box', () => {
    const written = jira.code('Log', 'a {noformat} {NoFormat} [x]');
    expect(written.match(/\{noformat\}/gi)).toHaveLength(2);
    expect(seen(written)).toContain('a {noformat} {NoFormat} [x]');
  });
});

describe('Slack', () => {
  it('escapes what controls, and puts in code what formats', () => {
    expect(slack.field('L', '<!channel> <https://evil.test|ours> a & b')).toBe(
      '*L:* &lt;!channel&gt; &lt;https://evil.test|ours&gt; a &amp; b',
    );
    expect(slack.field('L', '*bold* `x`')).toBe('*L:* `*bold* ˋxˋ`');
    expect(slack.field('L', '@here')).toBe('*L:* `@here`');
    expect(slack.field('L', 'a\nb')).toBe('*L:*\n```\na\nb\n```');
  });

  it('lets no text notify, link, format or leave its code', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        for (const written of [
          slack.field('L', text),
          slack.code('L', text),
          slack.list('L', [text], true),
        ]) {
          expect(written).not.toMatch(/<|>/);
          const outside = written
            .replace(/```\n[^`]*\n```/g, '')
            .replace(/`[^`]*`/g, '')
            .replace(/^\*L:\*/, '');
          expect(outside).not.toMatch(/[*_~`@]/);
        }
        expect(slack.title(text).replace(/^\*|\*$/g, '')).not.toMatch(/[*_~`<>]|@(?!\u2060)(?=\S)/);
      }),
    );
  });
});

describe('plain text', () => {
  it('indents what was pasted, so that it cannot look like ours', () => {
    fc.assert(
      fc.property(foreign, foreign, (one, other) => {
        for (const line of plain.field('L', `${one}\n== Fake ==\n${other}`).split('\n').slice(1))
          expect(line).toMatch(/^ {4}/);
        for (const line of plain.code('L', `x\n${one}`).split('\n').slice(1)) expect(line).toMatch(/^ {4}/);
        expect(plain.title(`${one}\n${other}`)).not.toContain('\n');
      }),
    );
  });
});
