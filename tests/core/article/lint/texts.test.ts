import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { applyFixes } from '../../../../src/core/article/lint/fix.ts';
import { textsInYaml } from '../../../../src/core/article/lint/yamlTexts.ts';
import { lintFiles } from './fixture.ts';

const TREE = `title: { en: "The seed phrase", zh-CN: 你的种子短语 }
steps:
  - id: first
    why:
      en: |
        Wait.

          Tap “Send” with {brand}.
      zh-CN: >
        折叠的
        文字,在这里
`;

describe('the texts of a file of data', () => {
  it('are those below a language, with the place of each character', () => {
    const texts = textsInYaml(TREE);
    expect(texts.map(({ field, language, text, exact }) => [field, language, text, exact])).toEqual([
      ['title', 'en', 'The seed phrase', true],
      ['title', 'zh-CN', '你的种子短语', true],
      ['steps', 'en', 'Wait.\n\n  Tap “Send” with {brand}.\n', true],
      ['steps', 'zh-CN', '折叠的 文字,在这里\n', false],
    ]);
    for (const { text, offsetOf, exact } of texts)
      if (exact) for (let i = 0; i < text.trimEnd().length; i++) expect(TREE[offsetOf(i)]).toBe(text[i]);
  });

  it('are found in whatever way YAML writes them, or not at all', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', '\n', '"', "'", ':', '#', '\\', '币', '{x}', '- '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'PLAIN'),
        (value, type) => {
          const file = stringify(
            { body: { en: value } },
            { defaultStringType: type as 'PLAIN', lineWidth: 0 },
          );
          const [found, ...others] = textsInYaml(file);
          expect(others).toEqual([]);
          // What YAML makes of blanks at the ends is its own affair.
          const { body } = parse(file) as { body: { en: string } };
          expect(found?.text).toBe(body.en);
          if (found?.exact)
            for (let i = 0; i < body.en.trimEnd().length; i++)
              expect(file[found.offsetOf(i)]).toBe(body.en[i]);
        },
      ),
    );
    expect(textsInYaml('a: {')).toEqual([]);
  });
});

describe('the rules on words', () => {
  const problems = (name: string, text: string) =>
    lintFiles(new Map([[name, text]])).map(({ line, column, rule, fix }) => ({
      at: `${line}:${column}`,
      rule,
      fix,
    }));

  it('are asked of trees, each word in its line', () => {
    expect(problems('triage/a.yml', TREE)).toEqual([
      { at: '1:19', rule: 'glossary', fix: undefined },
      { at: '1:42', rule: 'glossary', fix: undefined },
      { at: '9:14', rule: 'typography', fix: undefined },
    ]);
  });

  it('fill in variables in trees, and leave those of a reply to whoever sends it', () => {
    const text =
      'use: { zh-CN: "请看{brand}说明" }\nsteps: { zh-CN: 请看3天 }\nvariables: { a: { label: { zh-CN: 轉賬 } } }\n';
    expect(problems('triage/a.yml', text).map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      '1:18 typography',
      '2:19 typography',
      '2:20 typography',
      '3:35 simplified',
      '3:36 simplified',
    ]);
    expect(problems('replies/a.yml', text).map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      '2:19 typography',
      '2:20 typography',
      '3:35 simplified',
      '3:36 simplified',
    ]);
    const fixes = problems('replies/a.yml', text).flatMap(({ fix }) => fix ?? []);
    expect(applyFixes(text, fixes)).toContain('请看 3 天 }\nvariables: { a: { label: { zh-CN: 转账 } } }');
  });

  it('find no secret in either', () => {
    const text = 'ends:\n  - advice:\n      en: Send it to 4111 1111 1111 1111.\n';
    expect(problems('triage/a.yml', text)).toMatchObject([{ at: '3:22', rule: 'no-secrets' }]);
  });
});
