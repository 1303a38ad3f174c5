import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/core/article/lint/fix.ts';
import { RULE_IDS } from '../../../../src/core/article/lint/rules.ts';
import { parseMarkdown, splitFrontMatter } from '../../../../src/core/article/markdown.ts';
import { frontMatterSchema } from '../../../../src/core/article/schema.ts';
import { sectionHashes, sourceHash } from '../../../../src/core/article/sourceHash.ts';
import { stampSource } from '../../../../src/core/article/lint/stampSource.ts';
import { FIXTURES, lintFiles, readFixture, show } from './fixture.ts';

it('has a good and a bad example of every rule', () => {
  const expected = RULE_IDS.flatMap((id) => [`${id}.bad.txtar`, `${id}.good.txtar`]);
  expect(readdirSync(path.join(FIXTURES, 'rules')).sort()).toEqual(expected.sort());
});

describe.each(RULE_IDS)('%s', (id) => {
  it('has nothing against the good example', () => {
    const problems = lintFiles(stamped(readFixture(`${id}.good`))).filter(({ rule }) => rule === id);
    expect(problems.map(show)).toEqual([]);
  });

  it('says what is wrong with the bad one, where, and how to mend it', () => {
    const problems = lintFiles(readFixture(`${id}.bad`)).filter(({ rule }) => rule === id);
    expect(problems.map(show).join('\n')).toMatchSnapshot();
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe.each(['typography', 'white-space'])('the fixes of %s', (id) => {
  it('leave nothing that can be mended, and nothing else changed', () => {
    const files = new Map(readFixture(`${id}.bad`));
    for (let pass = 0; pass < 4; pass++) {
      const problems = lintFiles(files).filter(({ rule }) => rule === id);
      for (const [file, text] of files)
        files.set(
          file,
          applyFixes(
            text,
            problems.flatMap(({ fix, file: where }) => (fix && where === file ? [fix] : [])),
          ),
        );
    }
    expect(
      lintFiles(files)
        .filter(({ rule, fix }) => rule === id && fix)
        .map(show),
    ).toEqual([]);
    expect([...files].map(([file, text]) => `-- ${file} --\n${text}`).join('')).toMatchSnapshot();
  });
});

/** `source: '@page'` and `'@sections'` become the hashes of the English page beside it. */
function stamped(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([file, text]) => {
      const english = files.get(file.replace('zh-cn/', ''));
      const kind = /^source: '@(page|sections)'$/m.exec(text)?.[1];
      if (!kind || english === undefined) return [file, text];
      const { data, body } = splitFrontMatter(file, english);
      const source = { frontMatter: frontMatterSchema.parse(data), body };
      const made = kind === 'page' ? sourceHash(source) : sectionHashes(source, parseMarkdown(body));
      return [file, stampSource(text, made)];
    }),
  );
}
