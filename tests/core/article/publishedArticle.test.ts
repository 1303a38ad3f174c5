import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { config } from '../../../src/config.ts';
import { parseArticleFile, toArticle } from '../../../src/core/article/article.ts';
import { withoutDiagrams } from '../../../src/core/article/diagram/diagramsIn.ts';
import { parseMarkdown, plainText } from '../../../src/core/article/markdown.ts';
import {
  articlesFile,
  articlesSchema,
  publishArticle,
  publishedArticle,
} from '../../../src/core/article/publishedArticle.ts';
import { publishedFrom } from './published.ts';

describe('an article as programs read it', () => {
  it('has its addresses, its words and nothing of the site around it', () => {
    const article = publishedFrom(
      [
        'Ask {brand}. See [two](/wallet/two/) and [below](#steps).',
        '',
        ':::caution[Beware of **thieves**]',
        'They say `{brand}`.',
        ':::',
        '',
        '## Steps',
        '',
        '1. Write to {mail}.',
      ].join('\n'),
      { questions: ['Why?'], related: ['wallet/two'], reviewed: '2026-11-01', products: ['wallet'] },
    );
    expect(article).toMatchObject({
      slug: 'wallet/one',
      language: 'en',
      url: 'https://help.example/base/wallet/one/',
      permalink: 'https://help.example/base/a/wallet/one/',
      markdown: 'https://help.example/base/wallet/one.md',
      section: 'wallet',
      questions: ['Why?'],
      related: ['wallet/two'],
      reviewed: '2026-11-01',
      updated: '2026-11-01',
      passages: [
        { anchor: '', heading: '', url: 'https://help.example/base/wallet/one/' },
        { anchor: 'steps', heading: 'Steps', url: 'https://help.example/base/wallet/one/#steps' },
      ],
    });
    expect(article.body).toBe(
      [
        'Ask Acme. See [two](https://help.example/base/wallet/two/) and [below](https://help.example/base/wallet/one/#steps).',
        '',
        '> **Caution: Beware of thieves**',
        '>',
        '> They say `{brand}`.',
        '',
        '## Steps',
        '',
        '1. Write to help\\@acme.example.',
      ].join('\n'),
    );
    expect(publishedArticle.parse(article)).toEqual(article);
  });

  it('speaks the language of the article around asides', () => {
    const article = publishedFrom(
      ':::danger\n别信。\n:::\n\n:::tip[省钱]\n少转。\n:::',
      {},
      'zh-cn/wallet/one',
    );
    expect(article.language).toBe('zh-CN');
    expect(article.url).toBe('https://help.example/base/zh-cn/wallet/one/');
    expect(article.body).toBe('> **危险**\n>\n> 别信。\n\n> **提示：省钱**\n>\n> 少转。');
  });

  it('leaves alone what only looks like a directive, and addresses that lead elsewhere', () => {
    const body =
      'At 10:am, note:this. [Mail](mailto:a@b.example) [out](https://x.example/a) [odd](//x.example)';
    const plain = publishedFrom(body).body;
    expect(plainText(parseMarkdown(plain))).toBe(plainText(parseMarkdown(body)));
    for (const address of ['mailto:a@b.example', 'https://x.example/a', '//x.example'])
      expect(plain).toContain(`(${address})`);
  });

  it('names the file and line of a variable that nobody set', () => {
    expect(() => publishedFrom('Fine.\n\nAsk {nobody}.')).toThrow(
      /content\/docs\/wallet\/one\.md[\s\S]*\{nobody\}/,
    );
  });

  it('prefers what git knows of its last change', () => {
    const changed = new Date('2026-12-24T23:30:00Z');
    const article = publishedFrom('Text.', { reviewed: '2026-11-01' }, 'wallet/one', changed);
    expect([article.reviewed, article.updated]).toEqual(['2026-11-01', '2026-12-24']);
    expect(publishedFrom('Text.')).not.toHaveProperty('updated');
  });

  it('has a hash that changes with what a reader sees, and with nothing else', () => {
    const hash = publishedFrom('Text.', { description: 'Gist.' }).hash;
    expect(publishedFrom('Text.\n', { description: 'Gist.', reviewed: '2026-11-01', owner: 'x' }).hash).toBe(
      hash,
    );
    for (const other of [
      publishedFrom('Text!', { description: 'Gist.' }),
      publishedFrom('Text.', { description: 'Gist!' }),
      publishedFrom('Text.', { description: 'Gist.', title: 'Two' }),
      publishedFrom('Text.', { description: 'Gist.', questions: ['Why?'] }),
    ])
      expect(other.hash).not.toBe(hash);
  });
});

describe('every article there is', () => {
  const sources = globSync('content/docs/**/*.md').map((file) => {
    const id = file.slice('content/docs/'.length, -'.md'.length);
    return parseArticleFile(id, file, readFileSync(file, 'utf8'));
  });
  const root = config.site + config.base;

  it('is cut as the index cuts it, and its Markdown says the same words', { timeout: 120_000 }, () => {
    expect(sources.length).toBeGreaterThan(100);
    for (const source of sources) {
      const article = publishArticle(source, { root, variables: config.variables, changed: undefined });
      const passages = toArticle(source, config.variables).passages;
      expect(article.passages.map(({ anchor, heading, text }) => ({ anchor, heading, text }))).toEqual(
        passages,
      );
      expect(publishedArticle.safeParse(article).error).toBeUndefined();
      // Read again, every block of the page is there; asides have gained their kind.
      const words = plainText(parseMarkdown(article.body)).replace(/\s+/g, '');
      const drawn = { ...source, body: withoutDiagrams(source.body) };
      for (const block of toArticle(drawn, config.variables).passages.flatMap(({ text }) => text.split('\n')))
        expect(words, `${source.id}: ${block}`).toContain(block.replace(/\s+/g, ''));
      expect(article.body, source.id).not.toMatch(/\]\(\/|^:::|\{[a-zA-Z]+\}(?![^`]*`)/m);
    }
  });
});

describe('the schema of the file', () => {
  const file = {
    $schema: 'https://help.example/s.json',
    version: 1,
    edition: 'public',
    language: 'en',
    site: 'https://help.example/',
    articles: [publishedFrom('Text.', { reviewed: '2026-11-01' })],
  };

  it('allows fields that are not there yet, so that adding one breaks nobody', () => {
    const schema = JSON.stringify(articlesSchema('https://help.example/s.json'));
    expect(schema).toContain('"$id":"https://help.example/s.json"');
    expect(schema).not.toContain('"additionalProperties":false');
    expect(articlesFile.safeParse({ ...file, later: 1 }).success).toBe(true);
  });

  it('requires every field that a reader may rely on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file)), (key) => {
        const lacking = Object.fromEntries(Object.entries(file).filter(([name]) => name !== key));
        return !articlesFile.safeParse(lacking).success;
      }),
    );
    const { required } = (
      articlesSchema('https://help.example/s.json') as {
        properties: { articles: { items: { required: string[] } } };
      }
    ).properties.articles.items;
    expect(required.toSorted()).toEqual(
      Object.keys(file.articles[0]!)
        .filter((key) => key !== 'reviewed' && key !== 'updated')
        .toSorted(),
    );
  });
});
