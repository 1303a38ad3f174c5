import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../../src/core/article/lint/inspect.ts';
import { compare } from '../../../../src/core/article/lint/lint.ts';
import { lineIndex } from '../../../../src/core/article/lint/lineIndex.ts';
import { sortProblems, type Problem } from '../../../../src/core/article/lint/problem.ts';
import { formatReport } from '../../../../src/core/article/lint/report.ts';
import { contentFile, lintFiles, readFixture, SETTINGS } from './fixture.ts';

const MARKDOWN = fc.array(
  fc.constantFrom(
    ...[
      '---\n',
      'title: a\n',
      'audience: public\n',
      'questions:\n  - b?\n',
      '# ',
      '## ',
      '1. ',
      '- ',
      '> ',
      '**',
      '`',
      '```\n',
      ':::tip\n',
    ],
    ...[
      ':::\n',
      '[a](/wallet/b/)',
      '![',
      '](x)',
      '| a | b |\n| --- | --- |\n',
      '{brand}',
      '{',
      '&amp;',
      '\\*',
      '币',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '\t',
      '。 ',
    ],
    ...['"', '<img>', '[^1]', ':x', '\u{1F511}', '\uFEFF', '~~'],
  ),
  { maxLength: 40 },
);

describe('lint', () => {
  it('takes whatever is in a file, and names places that are in it', () => {
    fc.assert(
      fc.property(
        MARKDOWN,
        fc.constantFrom('docs/wallet/a.md', 'docs/zh-cn/wallet/a.md', 'phrasings/wallet/a.yml'),
        (parts, name) => {
          for (const text of [parts.join(''), `---\ntitle: a\naudience: public\n---\n${parts.join('')}`]) {
            const lines = text.split('\n');
            for (const { line, column, fix } of lintFiles(new Map([[name, text]]))) {
              expect(line).toBeLessThanOrEqual(lines.length);
              expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
              if (fix) expect(fix.end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
    );
  });

  it('says everything in one run, and goes on after a file that cannot be read', () => {
    const files = new Map([...readFixture('front-matter.bad'), ...readFixture('glossary.bad')]);
    files.set('docs/wallet/z.md', readFixture('glossary.bad').get('docs/wallet/a.md')!);
    const found = lintFiles(files);
    expect(found.filter(({ file }) => file === 'docs/wallet/broken.md')).toHaveLength(2);
    expect(found.some(({ file, rule }) => file === 'docs/wallet/z.md' && rule === 'glossary')).toBe(true);
    expect(found).toEqual(sortProblems(found));
  });

  it('goes on after an anchor that stands within what it names', () => {
    const found = lintFiles(new Map([['docs/wallet/a.md', '---\ntitle: &a [*a]\n---\n']]));
    expect(found.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^title: found a value that JSON cannot hold; .* Fix: add a line such as `title: /,
      ),
    );
  });

  it('takes a failure of its own for a problem of the file', () => {
    const failing = {
      ...SETTINGS,
      get variables(): never {
        throw new Error('nobody thought of this');
      },
    };
    const [file] = [...readFixture('links.bad')].flatMap(([name, text]) => contentFile(name, text) ?? []);
    expect(inspect(file!, failing)).toMatchObject({
      problems: [
        { rule: 'readable', line: 1, message: expect.stringContaining('nobody thought of this') as unknown },
      ],
      page: { readable: false },
    });
  });

  it('says the same whatever the order in which files are looked at', () => {
    const files = [...readFixture('links.bad')].flatMap(([name, text]) => contentFile(name, text) ?? []);
    const inspected = files.map((file) => inspect(file, SETTINGS));
    const forwards = compare(inspected, {}, SETTINGS);
    expect(compare(inspected.toReversed(), {}, SETTINGS)).toEqual(forwards);
    expect(forwards.length).toBeGreaterThan(10);
  });

  it('survives being handed to another thread', () => {
    for (const [name, text] of readFixture('links.bad')) {
      const file = contentFile(name, text);
      if (!file) continue;
      const inspected = inspect(file, SETTINGS);
      expect(structuredClone(inspected)).toEqual(inspected);
      expect(JSON.parse(JSON.stringify(inspected))).toEqual(inspected);
    }
  });

  it('knows that a file is there when it cannot be read', () => {
    const page = '---\ntitle: a\naudience: public\n---\n\n[b](/wallet/b/#any)\n';
    const inspected = [
      inspect({ kind: 'article', file: 'a.md', id: 'wallet/a', text: page }, SETTINGS),
      inspect({ kind: 'article', file: 'b.md', id: 'wallet/b', text: undefined }, SETTINGS),
    ];
    const found = compare(inspected, {}, SETTINGS);
    expect(found.filter(({ file }) => file === 'b.md').map(({ rule }) => rule)).toEqual([
      'language-pairs',
      'readable',
    ]);
    expect(found.filter(({ rule }) => rule === 'links')).toEqual([]);
  });
});

it('finds a place as counting does', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '币')), fc.nat(30), (parts, place) => {
      const text = parts.join('');
      const offset = Math.min(place, text.length);
      const before = text.slice(0, offset).split('\n');
      expect(lineIndex(text)(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
    }),
  );
});

describe('a report', () => {
  const problems: Problem[] = [
    {
      file: 'docs/a,b.md',
      line: 3,
      column: 7,
      rule: 'links',
      severity: 'error',
      message: '100% wrong:\nmend it.',
    },
    {
      file: 'docs/c.md',
      line: 1,
      column: 1,
      rule: 'white-space',
      severity: 'warning',
      message: 'Spaces.',
      fix: { start: 0, end: 1, text: '' },
    },
  ];

  it.each(['text', 'json', 'github'] as const)('as %s', (format) => {
    expect(formatReport({ files: 2, problems }, format)).toMatchSnapshot();
    expect(formatReport({ files: 1, problems: [] }, format)).toMatchSnapshot();
  });
});
