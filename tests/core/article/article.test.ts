import { describe, expect, it } from 'vitest';
import { parseArticleFile, parsePhrasings, toArticle } from '../../../src/core/article/article.ts';
import { sourceHash } from '../../../src/core/article/sourceHash.ts';

const VARIABLES = { en: { brand: 'Acme' }, 'zh-CN': { brand: '某某钱包' } };

function file(frontMatter: string, body = 'The answer.'): string {
  return `---\n${frontMatter}\n---\n${body}\n`;
}

const GOOD = 'title: Stuck\naudience: public\nreviewed: 2026-11-16\nreviewEvery: 6 months\nquestions: [Why?]';

function errorOf(text: string): string {
  try {
    parseArticleFile('wallet/x', 'content/docs/wallet/x.md', text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was accepted.');
}

describe('front matter', () => {
  it('fills in what may be left out', () => {
    const { frontMatter } = parseArticleFile('wallet/x', 'x.md', file('title: Stuck\naudience: public'));
    expect(frontMatter).toMatchObject({
      type: 'faq',
      confidence: 'not-validated',
      reviewEvery: 180,
      questions: [],
    });
  });

  it.each([
    ['90', 90],
    ['90d', 90],
    ['2 weeks', 14],
    ['6 months', 180],
    ['P1Y', 365],
  ])('reads reviewEvery: %s as %i days', (value, days) => {
    const { frontMatter } = parseArticleFile(
      'wallet/x',
      'x.md',
      file(`title: A\naudience: public\nreviewEvery: ${value}`),
    );
    expect(frontMatter.reviewEvery).toBe(days);
  });

  it('names the file, the field, what was found, what was expected and the mending of everything wrong', () => {
    const text = file(
      'title: ""\naudience: publik\ntype: artikel\nreviewed: soon\nreviewEvery: often\nseverity: high\nrelated: [Bad Slug]',
    );
    expect(errorOf(text)).toMatchInlineSnapshot(`
      "content/docs/wallet/x.md cannot be used:
        - title: found ""; Too small: expected string to have >=1 characters. Fix: add a line such as \`title: My transfer is stuck\`, in the reader's words.
        - type: found "artikel"; expected one of "faq"|"guide"|"runbook". Fix: write one of: faq, guide, runbook.
        - audience: found "publik"; expected one of "public"|"internal". Fix: write \`audience: public\` for customers, \`audience: internal\` for the team only.
        - reviewed: found "soon"; expected a date such as 2026-11-16. Fix: write the day of the last review as YYYY-MM-DD.
        - reviewEvery: found "often"; expected an interval such as "6 months", "90 days" or 90. Fix: write an interval such as \`6 months\`.
        - related.0: found "Bad Slug"; expected a slug such as wallet/pending-transaction (lower case, digits, hyphens, slashes). Fix: write a list of slugs, such as \`[wallet/wrong-network]\`.
        - severity: found "high"; expected one of "sev1"|"sev2"|"sev3"|"sev4". Fix: write one of: sev1, sev2, sev3, sev4, or remove the line."
    `);
  });

  it('will not guess whether a page is public', () => {
    expect(errorOf(file('title: Runbook'))).toContain('audience: found nothing');
  });

  it('says so when there is none, or its YAML is broken', () => {
    expect(errorOf('# Just Markdown')).toContain('(front matter): found none');
    expect(errorOf(file('title: a: b'))).toContain('found YAML that cannot be read');
  });
});

describe('phrasings', () => {
  it('takes plain lines, and lines that say where they come from', () => {
    const parsed = parsePhrasings('x.yml', { en: ['stuck', { text: 'still pending', from: 'issue-1a2b' }] });
    expect(parsed).toEqual({
      en: [
        { text: 'stuck', from: 'written' },
        { text: 'still pending', from: 'issue-1a2b' },
      ],
      'zh-CN': [],
    });
  });

  it('refuses a language that is not one of ours', () => {
    expect(() => parsePhrasings('x.yml', { zh: ['卡住了'] })).toThrow(/x\.yml/);
  });
});

describe('toArticle', () => {
  const body =
    'Wait, {brand} says.\n\n## How to check\n\n1. Open it.\n2. See `{brand}`.\n\n| A | B |\n|---|---|\n| c | d |\n\n### 怎么办？\n\n:::caution[Careful]\nNever share it.\n:::\n';

  it('cuts an article at its headings, with the anchors of the page', () => {
    const article = toArticle({ ...parseArticleFile('zh-cn/wallet/x', 'x.md', file(GOOD, body)) }, VARIABLES);
    expect(article).toMatchObject({ slug: 'wallet/x', language: 'zh-CN' });
    expect(article.passages).toEqual([
      { anchor: '', heading: '', text: 'Wait, 某某钱包 says.' },
      { anchor: 'how-to-check', heading: 'How to check', text: 'Open it.\nSee {brand}.\nA · B\nc · d' },
      { anchor: '怎么办', heading: '怎么办？', text: 'Careful\nNever share it.' },
    ]);
  });

  it('names the line of a variable that nobody set', () => {
    const source = parseArticleFile('wallet/x', 'x.md', file(GOOD, 'One.\n\nCall {phone}.'));
    expect(() => toArticle(source, VARIABLES)).toThrow(
      /content\/docs\/wallet\/x\.md[\s\S]*line 3: found \{phone\}; expected one of \{brand\}/,
    );
  });
});

describe('sourceHash', () => {
  it('follows the words and not the white space', () => {
    const hash = (text: string): string => sourceHash(parseArticleFile('wallet/x', 'x.md', text));
    const original = hash(file(GOOD, 'One  two.\n\nThree.'));
    expect(hash(file(GOOD, 'One two.\n\n\n\nThree.'))).toBe(original);
    expect(hash(file(GOOD, 'One two. Four.'))).not.toBe(original);
    expect(hash(file(GOOD.replace('Stuck', 'Pending'), 'One two.\n\nThree.'))).not.toBe(original);
  });
});
