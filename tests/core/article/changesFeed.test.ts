import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { changesFeed } from '../../../src/core/article/changesFeed.ts';
import { articleFile, escapeInline } from '../../../src/core/article/articleFile.ts';
import { publishedFrom } from './published.ts';

/** Markdown as everybody reads it, without our directives. */
const reader = unified().use(remarkParse).use(remarkGfm);

const FRAME = {
  title: 'Changes',
  subtitle: 'What is new',
  author: 'Help',
  language: 'en',
  url: 'https://help.example/base/feed.xml',
  home: 'https://help.example/base/',
};
const dated = (slug: string, reviewed?: string, title = slug) =>
  publishedFrom('Opening <b>.', { title, ...(reviewed && { reviewed }) }, slug);
const ids = (xml: string): string[] => [...xml.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id!).slice(1);

describe('the feed of changes', () => {
  it('has the newest first, the same order for the same day, and its own time from the newest', () => {
    const articles = [
      dated('a/b', '2026-01-01'),
      dated('a/c', '2026-02-02'),
      dated('a/a', '2026-01-01'),
      dated('a/d'),
    ];
    const xml = changesFeed(articles, FRAME);
    expect(ids(xml)).toEqual(['a/c', 'a/a', 'a/b'].map((slug) => `https://help.example/base/${slug}/`));
    expect(/<updated>([^<]*)/.exec(xml)![1]).toBe('2026-02-02T00:00:00.000Z');
    expect(changesFeed(articles.toReversed(), FRAME)).toBe(xml);
    expect(xml).toContain('xml:lang="en"');
  });

  it('ends after fifty', () => {
    const articles = Array.from({ length: 60 }, (_, i) => dated(`a/n${i}`, '2026-01-01'));
    expect(ids(changesFeed(articles, FRAME))).toHaveLength(50);
  });

  it('keeps text as text: no markup, and no end of the CDATA it stands in', () => {
    const xml = changesFeed([dated('a/b', '2026-01-01', 'x < y & ]]> <script>')], FRAME);
    expect(xml).toContain('<![CDATA[x &lt; y &amp; ]]&gt; &lt;script&gt;]]>');
    expect(xml).toContain('<![CDATA[<p>Opening &lt;b&gt;.</p>]]>');
  });
});

describe('an article as a file', () => {
  it('begins with its title and ends with where it is from', () => {
    const two = publishedFrom('Two.', { title: 'Two [2]' }, 'wallet/two');
    const one = publishedFrom('Body.', {
      description: 'Gist.',
      questions: ['Why?'],
      related: ['wallet/two', 'gone/x'],
    });
    const words = { questions: 'Q', related: 'R', source: 'Page', reviewed: 'Checked', updated: 'Changed' };
    expect(articleFile(one, new Map([['wallet/two', two]]), words)).toBe(
      '# One\n\n> Gist.\n\nBody.\n\n## Q\n\n- Why?\n\n## R\n\n- [Two \\[2\\]](https://help.example/base/wallet/two.md)\n\n---\n\n- Page: <https://help.example/base/wallet/one/>\n',
    );
  });

  it('shows any line as the words it is', () => {
    const line = fc
      .stringMatching(/^[a-z0-9#>+\-*_`[\]<!.)(\\ :]{1,30}$/)
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(line, (text) => {
        expect(toString(reader.parse(`- ${escapeInline(text)}`))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
