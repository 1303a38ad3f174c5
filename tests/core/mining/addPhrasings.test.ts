import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePhrasings } from '../../../src/core/article/article.ts';
import { LANGUAGES } from '../../../src/core/article/language.ts';
import { addPhrasings, type AddedPhrasing } from '../../../src/core/mining/addPhrasings.ts';
import { HOSTILE_TEXTS } from '../../helpers/hostileTexts.ts';

const FROM = '0123456789ab';
const one = (language: AddedPhrasing['language'], text: string): AddedPhrasing => ({
  language,
  text,
  from: FROM,
});
const entry = (indent: string, text: string): string =>
  `${indent}- text: ${JSON.stringify(text)}\n${indent}  from: "${FROM}"\n`;

describe('phrasings added to a file', () => {
  it.each([
    [
      'after the last of each list, comments and quotes as they were',
      "# top\nen: # ways\n  - 'a: b' # why\n  - c\n\nzh-CN:\n  - 转错 # 末尾\n# end\n",
      `# top\nen: # ways\n  - 'a: b' # why\n  - c\n${entry('  ', 'x')}\nzh-CN:\n  - 转错 # 末尾\n${entry('  ', '钱')}# end\n`,
    ],
    [
      'in lists that are empty',
      'en: [] # none yet\nzh-CN: []\n',
      `en: # none yet\n${entry('  ', 'x')}zh-CN:\n${entry('  ', '钱')}`,
    ],
    [
      'without indentation, and without a last line break',
      'zh-CN:\n- 一\nen:\n- a',
      `zh-CN:\n- 一\n${entry('', '钱')}en:\n- a\n${entry('', 'x')}`,
    ],
    [
      'where a language is missing',
      'en:\n  - a\n',
      `en:\n  - a\n${entry('  ', 'x')}zh-CN:\n${entry('  ', '钱')}`,
    ],
    ['to nothing but a comment', '# new\n', `# new\nen:\n${entry('  ', 'x')}zh-CN:\n${entry('  ', '钱')}`],
    [
      'on one line, where they stand on one line',
      'en: [a, "b"]\n',
      `en: [a, "b", { text: "x", from: "${FROM}" }]\nzh-CN:\n${entry('  ', '钱')}`,
    ],
  ])('stand %s', (_, before, after) => {
    expect(addPhrasings('f.yml', before, [one('en', 'x'), one('zh-CN', '钱')])).toBe(after);
  });

  it('keep the line breaks of a file from Windows', () => {
    expect(addPhrasings('f.yml', 'en:\r\n  - a\r\n', [one('en', 'x')])).toBe(
      `en:\r\n  - a\r\n${entry('  ', 'x').replaceAll('\n', '\r\n')}`,
    );
  });

  it('are read as what they are, and every line of before is there, in order', () => {
    const texts = fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    );
    const lists = fc.record({
      en: fc.array(texts, { maxLength: 4 }),
      'zh-CN': fc.array(texts, { maxLength: 4 }),
      comment: fc.boolean(),
    });
    const additions = fc.array(
      fc.record({ language: fc.constantFrom(...LANGUAGES), text: texts, from: fc.constant(FROM) }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(lists, additions, ({ comment, ...known }, added) => {
        const before = LANGUAGES.map((language) =>
          known[language].length === 0
            ? `${language}: []\n`
            : `${language}:\n${known[language].map((text) => `  - ${JSON.stringify(text)}${comment ? ' # said' : ''}\n`).join('')}`,
        ).join('');
        const after = addPhrasings('f.yml', before, added);
        const read = parsePhrasings('f.yml', parse(after));
        for (const language of LANGUAGES) {
          expect(read[language]).toEqual([
            ...known[language].map((text) => ({ text, from: 'written' })),
            ...added.filter((each) => each.language === language).map(({ text, from }) => ({ text, from })),
          ]);
        }
        const lines = after.split('\n');
        let at = 0;
        for (const line of before.split('\n').filter((each) => !each.endsWith(': []'))) {
          at = lines.indexOf(line, at);
          expect(at, line).toBeGreaterThanOrEqual(0);
          at++;
        }
      }),
    );
  });

  it.each([
    ['no YAML', 'en: [', 'cannot be read'],
    ['no list', 'en: words\n', 'nothing can be added to'],
  ])('are refused by a file that is %s, by its name', (_, before, message) => {
    expect(() => addPhrasings('content/phrasings/a.yml', before, [one('en', 'x')])).toThrow(message);
    expect(() => addPhrasings('content/phrasings/a.yml', before, [one('en', 'x')])).toThrow(
      'content/phrasings/a.yml',
    );
  });
});
