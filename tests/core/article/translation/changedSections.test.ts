import { describe, expect, it } from 'vitest';
import type { ArticleSource } from '../../../../src/core/article/article.ts';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { frontMatterSchema } from '../../../../src/core/article/schema.ts';
import { sectionHashes, sourceHash } from '../../../../src/core/article/sourceHash.ts';
import { changedSections } from '../../../../src/core/article/translation/changedSections.ts';

const ENGLISH = 'Wait.\n\n## How to check\n\nLook.\n\n### Deeper\n\nIn.\n\n## Why this happens\n\nBlocks.\n';
const CHINESE = '等。\n\n## 怎么查\n\n看。\n\n### 深入\n\n里面。\n\n## 为什么会这样\n\n区块。\n';

function english(body = ENGLISH, title = 'Title'): ArticleSource {
  return { id: 'wallet/a', body, frontMatter: frontMatterSchema.parse({ title, audience: 'public' }) };
}

function translation(source: unknown, body = CHINESE): ArticleSource {
  const frontMatter = frontMatterSchema.parse({ title: '标题', audience: 'public', source });
  return { id: 'zh-cn/wallet/a', body, frontMatter };
}

const MADE = sectionHashes(english(), parseMarkdown(ENGLISH));

describe('sections that changed', () => {
  it('are none while the page says the same, and where nobody knows what it was made from', () => {
    expect(changedSections(english(), translation(MADE))).toEqual([]);
    expect(changedSections(english(), translation(undefined))).toEqual([]);
    expect(changedSections(english(), translation(sourceHash(english())))).toEqual([]);
  });

  it('are named in the words of the translation, in the order of the page', () => {
    const now = english(
      ENGLISH.replace('Blocks', 'Full blocks').replace('In.', 'Further in.').replace('Wait', 'Wait now'),
      'New',
    );
    expect(changedSections(now, translation(MADE))).toEqual([
      { part: 'front-matter', anchor: '', heading: '' },
      { part: 'opening', anchor: '', heading: '' },
      { part: 'section', anchor: 'how-to-check', heading: '怎么查' },
      { part: 'section', anchor: 'why-this-happens', heading: '为什么会这样' },
    ]);
  });

  it('are named in English where the translation has other sections', () => {
    const now = english(`${ENGLISH}\n## On Bitcoin\n\nNew.\n`);
    expect(changedSections(now, translation(MADE))).toEqual([
      { part: 'section', anchor: 'on-bitcoin', heading: 'On Bitcoin' },
    ]);
  });

  it('are the page as a whole where it is not recorded which, or something is only gone', () => {
    const page = [{ part: 'page', anchor: '', heading: '' }];
    expect(changedSections(english('Other.'), translation(sourceHash(english())))).toEqual(page);
    expect(changedSections(english(ENGLISH.slice(0, ENGLISH.indexOf('## Why'))), translation(MADE))).toEqual(
      page,
    );
  });
});
