import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeChanges, translationState } from '../../../../src/core/article/lint/translationState.ts';
import { stampSource } from '../../../../src/core/article/lint/stampSource.ts';
import { parseMarkdown, splitFrontMatter } from '../../../../src/core/article/markdown.ts';
import {
  sectionChanges,
  sectionHashes,
  sourceHash,
  type SectionHashes,
} from '../../../../src/core/article/sourceHash.ts';
import { readTranslationSource } from '../../../../src/core/article/translationSource.ts';

const BODY = 'The answer.\n\n## How to check\n\nLook.\n\n### Deeper\n\nMore.\n\n## What to do\n\nGo.\n';
const FRONT = { title: 'Stuck', description: 'Wait.', questions: ['Why?'] };

function hashes(body = BODY, frontMatter = FRONT) {
  const source = { frontMatter, body };
  return { page: sourceHash(source), sections: sectionHashes(source, parseMarkdown(body)) };
}

describe('sections', () => {
  it('are named by their headings', () => {
    expect(Object.keys(hashes().sections)).toEqual([
      '(front matter)',
      '(opening)',
      'how-to-check',
      'what-to-do',
    ]);
  });

  it.each([
    ['a word below a deeper heading', BODY.replace('More', 'Less'), 'changed: how-to-check'],
    ['a new section', `${BODY}\n## Why\n\nSo.\n`, 'new: why'],
    ['another heading', BODY.replace('What to do', 'What next'), 'new: what-next; gone: what-to-do'],
    ['the opening', BODY.replace('answer', 'reply'), 'changed: (opening)'],
  ])('tell %s', (_, body, expected) => {
    const state = translationState(hashes().sections, hashes(body));
    expect(state.state === 'outdated' && describeChanges(state.changes)).toBe(expected);
  });

  it('tell a change of the title, and none of white space', () => {
    expect(
      sectionChanges(hashes().sections, hashes(BODY, { ...FRONT, title: 'Late' }).sections).changed,
    ).toEqual(['(front matter)']);
    expect(translationState(hashes().sections, hashes(BODY.replaceAll('\n\n', '\n\n\n'))).state).toBe(
      'current',
    );
  });

  it('change exactly when the page does', () => {
    const bodies = fc
      .array(fc.constantFrom('## A\n', '## B\n', 'x ', 'y\n', '\n', '### C\n'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(bodies, bodies, (one, other) => {
        const state = translationState(hashes(one).sections, hashes(other)).state;
        expect(state === 'current').toBe(hashes(one).page === hashes(other).page);
      }),
    );
  });
});

describe('a translation', () => {
  it('that has the hash of the page is up to date, and after a change it is not known where', () => {
    expect(translationState(hashes().page, hashes())).toEqual({ state: 'unsectioned' });
    expect(translationState('000000000000', hashes())).toEqual({ state: 'outdated' });
    expect(translationState(undefined, hashes())).toEqual({ state: 'unstamped' });
  });
});

describe('stamping', () => {
  const names = fc
    .string({ minLength: 1 })
    .filter((name) => !/[\n\r\u0085\u2028\u2029]/.test(name) && name === name.trim() && name !== '__proto__');
  const hash = fc.stringMatching(/^[0-9a-f]{12}$/);

  it('is read as it was written, twice over, and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(names, hash, { minKeys: 1 }),
        fc.boolean(),
        (made: SectionHashes, windows) => {
          const text = `---\ntitle: 一\nsource: '000000000000'\nowner: me\n---\n\nsource: stays\n`;
          const file = windows ? text.replaceAll('\n', '\r\n') : text;
          const once = stampSource(file, made);
          const { data, body } = splitFrontMatter('x.md', once);
          expect(readTranslationSource((data as { source: unknown }).source)).toEqual(made);
          expect(data).toMatchObject({ title: '一', owner: 'me' });
          expect(body).toBe(splitFrontMatter('x.md', file).body);
          expect(stampSource(once, made)).toBe(once);
        },
      ),
    );
  });

  it('puts a hash that looks like a number in quotes', () => {
    const stamped = stampSource('---\ntitle: a\n---\n', '12e456789012');
    expect(parse(stamped.split('---')[1]!)).toEqual({ title: 'a', source: '12e456789012' });
  });
});
