import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { FileChange } from '../../../../src/core/article/changes/articleChange.ts';
import { contentChanges, FLOORS } from '../../../../src/core/article/changes/contentChanges.ts';
import {
  COMMENT_MARK,
  describeContentChanges,
} from '../../../../src/core/article/changes/describeChanges.ts';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { sectionHashes } from '../../../../src/core/article/sourceHash.ts';

const BODY = 'Wait.\n\n## Steps\n\n1. Look.\n\n## Why\n\nIt is so.\n';

function article(file: string, fields: Readonly<Record<string, unknown>> = {}, body = BODY) {
  return { file, text: `---\n${stringify({ title: 'One', audience: 'public', ...fields })}---\n${body}` };
}

const EN = 'content/docs/wallet/one.md';
const ZH = 'content/docs/zh-cn/wallet/one.md';
const changed = (fields: Readonly<Record<string, unknown>>, body = BODY) =>
  contentChanges([{ before: article(EN), after: article(EN, fields, body) }], []).articles[0]!;

describe('a changed article', () => {
  it('is told by the sections that read differently', () => {
    expect(changed({}, BODY.replace('Look.', 'Look twice.').replace('## Why', '## How'))).toMatchObject({
      slug: 'wallet/one',
      language: 'en',
      kind: 'changed',
      sections: { changed: ['steps'], added: ['how'], removed: ['why'] },
    });
    expect(changed({ title: 'Two' })).toMatchObject({
      title: 'Two',
      sections: { changed: ['(front matter)'] },
    });
    expect(changed({ owner: 'cards' }).sections).toEqual({ changed: [], added: [], removed: [] });
  });

  it('warns where what was internal is shown to everybody', () => {
    const changes = contentChanges(
      [{ before: article(EN, { audience: 'internal' }), after: article(EN) }],
      [],
    );
    expect(describeContentChanges(changes)).toContain(
      '> Internal until now, public after this: `wallet/one` (en).',
    );
    expect(
      describeContentChanges(contentChanges([{ before: article(EN), after: article(EN) }], [])),
    ).not.toContain('WARNING');
  });

  it('can be new, gone, moved or broken', () => {
    const files: FileChange[] = [
      { after: article('content/docs/a/new.md') },
      { before: article('content/docs/a/gone.md') },
      { before: article('content/docs/a/old.md'), after: article('content/docs/a/moved.md') },
      {
        before: article('content/docs/zh-cn/a/broken.md'),
        after: { file: 'content/docs/zh-cn/a/broken.md', text: '?' },
      },
    ];
    const { articles } = contentChanges(files, []);
    expect(articles.map(({ slug, kind, language }) => `${slug} ${kind} ${language}`)).toEqual([
      'a/broken unreadable zh-CN',
      'a/gone removed en',
      'a/moved renamed en',
      'a/new added en',
    ]);
    expect(articles[2]!.oldSlug).toBe('a/old');
  });
});

describe('a translation', () => {
  const source = (body: string) =>
    sectionHashes(
      { frontMatter: { title: 'One', description: '', questions: [] }, body },
      parseMarkdown(body),
    );
  const waiting = (chinese: ReturnType<typeof article> | undefined) =>
    contentChanges([], [{ slug: 'wallet/one', english: article(EN), ...(chinese && { chinese }) }])
      .translations;

  it('waits while it was made from another English page, and says for which sections', () => {
    expect(waiting(article(ZH, { source: source(BODY.replace('It is so.', 'It was so.')) }))).toEqual([
      { slug: 'wallet/one', state: 'outdated', changes: { changed: ['why'], added: [], removed: [] } },
    ]);
    expect(waiting(article(ZH))).toEqual([{ slug: 'wallet/one', state: 'unstamped' }]);
    expect(waiting(undefined)).toEqual([{ slug: 'wallet/one', state: 'missing' }]);
    expect(waiting(article(ZH, { source: source(BODY) }))).toEqual([]);
  });
});

describe('phrasings and floors', () => {
  const phrasings = (en: readonly string[]) => ({
    file: 'content/phrasings/wallet/one.yml',
    text: stringify({ en }),
  });

  it('are counted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/)),
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/)),
        (a, b) => {
          const [found] = contentChanges([{ before: phrasings(a), after: phrasings(b) }], []).phrasings;
          const added = b.filter((text) => !a.includes(text)).length;
          const removed = a.filter((text) => !b.includes(text)).length;
          expect(found?.counts.en ?? { added: 0, removed: 0 }).toEqual({ added, removed });
        },
      ),
    );
  });

  it('are looser when a floor falls, a ceiling rises or either goes', () => {
    const version = (value: unknown) => ({ file: FLOORS, text: JSON.stringify(value) });
    const before = { byLanguage: { en: { a: 0.8, b: 0.8, c: 0.5 } }, atMost: { en: { d: 0.1, e: 0.1 } } };
    const after = { byLanguage: { en: { a: 0.7, b: 0.9 } }, atMost: { en: { d: 0.2, e: 0.05 } } };
    const { floors } = contentChanges([{ before: version(before), after: version(after) }], []);
    expect(Object.fromEntries(floors.map(({ name, isLowered }) => [name, isLowered]))).toEqual({
      'byLanguage.en.a': true,
      'byLanguage.en.b': false,
      'byLanguage.en.c': true,
      'atMost.en.d': true,
      'atMost.en.e': false,
    });
  });
});

describe('the comment', () => {
  it('says so if nothing changes for readers', () => {
    expect(describeContentChanges(contentChanges([], []))).toBe(
      `${COMMENT_MARK}\n\n## What changes for readers\n\nNo article, phrasing or floor of the suggestions changes.\n`,
    );
  });

  it('shows what others wrote as text: no markup, no call to anybody', () => {
    const title = '@team <img src=x> [x](https://evil.example) `code` <!-- firstline';
    const text = describeContentChanges(contentChanges([{ after: article(EN, { title }) }], []));
    expect(text.split(COMMENT_MARK)).toHaveLength(2);
    const line = text.split('\n').find((each) => each.includes('team'))!;
    expect(line).toContain('@\u200bteam \\<img');
    expect(line).toContain('\\[x\\](');
    expect(line).not.toContain('<!--');
  });

  it('stays short, and counts what it leaves out', () => {
    const files = Array.from({ length: 90 }, (_, i) => ({ after: article(`content/docs/a/n${i}.md`) }));
    const text = describeContentChanges(contentChanges(files, []));
    expect(text).toContain('### Articles (90)');
    expect(text).toContain('- … and 30 more');
  });
});
