import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { stringify, parse } from 'yaml';
import { LANGUAGES } from '../../../src/core/article/language.ts';
import { parseMarkdown } from '../../../src/core/article/markdown.ts';
import { substituteVariables } from '../../../src/core/article/variables.ts';
import { bodyText, fieldText } from '../../../src/core/mining/articleText.ts';
import { HOSTILE_TEXTS, UNSEEN } from '../../helpers/hostileTexts.ts';

/** The kinds of nodes that a page of one step is made of. */
function kindsIn(markdown: string): string[] {
  const tree = parseMarkdown(markdown);
  substituteVariables(tree, {}, 'a page');
  const kinds = new Set<string>();
  visit(tree, (node) => void kinds.add(node.type));
  return [...kinds].sort();
}

const PLAIN = ['list', 'listItem', 'paragraph', 'root', 'text'];
const language = fc.constantFrom(...LANGUAGES);
/** Anything, and much of what Markdown, HTML and YAML have a meaning for. */
const strangers = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...'<>[](){}*_`#:|!@&;~$^\\/-+=.1a 钱,"\'\n\t',
        'http://',
        'www.',
        ':::',
        '&#x3c;',
        '。',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(...HOSTILE_TEXTS),
);

describe('the text of a stranger in an article', () => {
  it('is a sentence of a list, and nothing else, whatever it holds', () => {
    fc.assert(
      fc.property(strangers, language, (text, own) => {
        const sentence = bodyText(`Open ${text}`, own);
        const page = `1. ${sentence} (2 of 3)\n2. Next\n`;
        expect(kindsIn(page)).toEqual(PLAIN);
        expect(parseMarkdown(page).children).toHaveLength(1);
        const [first] = (parseMarkdown(page).children[0] as { children: Parameters<typeof toString>[0][] })
          .children;
        expect(toString(first)).toBe(`${fieldText(`Open ${text}`, own)} (2 of 3)`);
      }),
      { numRuns: 1_500 },
    );
  });

  it('begins no list, heading or code of its own', () => {
    for (const text of [
      '1. one',
      '12) two',
      '- three',
      '# four',
      '    five',
      '> six',
      '~~~',
      '+ seven',
      '===',
      '***',
    ])
      expect(kindsIn(`1. ${bodyText(text, 'en')} x\n`), text).toEqual(PLAIN);
  });

  it('is one line that can be seen, and the same value when it comes back from YAML', () => {
    fc.assert(
      fc.property(strangers, language, (text, own) => {
        const value = fieldText(text, own);
        expect(value).not.toMatch(UNSEEN);
        expect(value).not.toMatch(/[\r\n{}]|:\/\//);
        expect(parse(stringify({ value, next: 1 }, { lineWidth: 0 }))).toEqual({ value, next: 1 });
        expect(fieldText(value, own)).toBe(value);
      }),
      { numRuns: 1_500 },
    );
  });

  it('keeps what it says', () => {
    expect(fieldText('  请打开App，点“代币管理” ', 'zh-CN')).toBe('请打开 App，点“代币管理”');
    expect(bodyText('Open Settings, then tap Log out.', 'en')).toBe('Open Settings, then tap Log out.');
    expect(fieldText('see https://evil.example/a', 'en')).toBe('see hxxps:evil[.]example/a');
  });
});
