import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRedirect } from '../../../../src/core/article/lint/redirects.ts';
import { namesSlug, renameInArticle, renameInYaml } from '../../../../src/core/article/lint/renameSlug.ts';

const FILE = `---
title: About wallet/old
related: [wallet/old, wallet/old-one, card/wallet/old]
---

[a](/wallet/old/), [b](/zh-cn/wallet/old/#x), [c](/wallet/old), [d](/wallet/old-one/), [e](/wallet/older/), [f](/card/wallet/old/),
[g][n], https://help.example/wallet/old/ and \`/wallet/old/\`.

[n]: /wallet/old/#y
<a href="/wallet/old/">h</a>
`;

describe('a rename', () => {
  it('changes links and fields, and nothing that only looks like them', () => {
    expect(renameInArticle(FILE, 'wallet/old', 'card/new')).toMatchInlineSnapshot(`
      "---
      title: About card/new
      related: [card/new, wallet/old-one, card/wallet/old]
      ---

      [a](/card/new/), [b](/zh-cn/card/new/#x), [c](/card/new/), [d](/wallet/old-one/), [e](/wallet/older/), [f](/card/wallet/old/),
      [g][n], https://help.example/wallet/old/ and \`/wallet/old/\`.

      [n]: /card/new/#y
      <a href="/card/new/">h</a>
      "
    `);
  });

  it('and one back leave the file as it was', () => {
    const text = FILE.replace('(/wallet/old)', '(/wallet/old/)');
    expect(renameInArticle(renameInArticle(text, 'wallet/old', 'card/new'), 'card/new', 'wallet/old')).toBe(
      text,
    );
  });

  it('leaves no old name behind where a name is a word of its own', () => {
    const slug = fc.stringMatching(/^[a-c]\/[a-c]{1,3}$/);
    fc.assert(
      fc.property(fc.array(slug), slug, slug, (slugs, from, to) => {
        fc.pre(from !== to);
        const yaml = `related: [${slugs.join(', ')}]`;
        expect(renameInYaml(yaml, from, to)).toBe(
          `related: [${slugs.map((one) => (one === from ? to : one)).join(', ')}]`,
        );
      }),
    );
  });

  it('is told of by code that names it', () => {
    expect(namesSlug("'wallet/old',", 'wallet/old')).toBe(true);
    expect(namesSlug("'wallet/old-one', 'my-wallet/old'", 'wallet/old')).toBe(false);
  });
});

describe('redirects', () => {
  it('never lead to another, nor away from an address that is in use', () => {
    const slug = fc.constantFrom('a/a', 'a/b', 'a/c', 'a/d');
    fc.assert(
      fc.property(fc.array(fc.tuple(slug, slug), { maxLength: 8 }), (renames) => {
        const live = new Set(['a/a']);
        let redirects = {};
        for (const [from, to] of renames) {
          if (!live.has(from) || live.has(to)) continue;
          live.delete(from);
          live.add(to);
          redirects = addRedirect(redirects, from, to);
        }
        for (const [from, to] of Object.entries<string>(redirects)) {
          expect(live.has(to)).toBe(true);
          expect(live.has(from)).toBe(false);
        }
      }),
    );
  });
});
