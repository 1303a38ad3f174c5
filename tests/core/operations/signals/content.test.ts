import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseArticleFile } from '../../../../src/core/article/article.ts';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { variablesIn } from '../../../../src/core/operations/signals/query.ts';
import { VARIABLES } from '../../../../src/core/operations/signals/variables.ts';

const DOCS = 'content/docs';
const runbooks = readdirSync(`${DOCS}/runbooks`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `runbooks/${file.replace(/\.md$/, '')}`);
const read = (id: string) =>
  parseArticleFile(id, `${DOCS}/${id}.md`, readFileSync(`${DOCS}/${id}.md`, 'utf8'));
const codeOf = (body: string) => {
  const found: string[] = [];
  visit(parseMarkdown(body), 'code', ({ value }) => void found.push(value.trim()));
  return found;
};

describe('the runbooks', () => {
  const all = runbooks.map((slug) => ({ slug, ...read(slug) }));

  it('have signals', () => {
    expect(all.flatMap(({ frontMatter }) => frontMatter.signals ?? []).length).toBeGreaterThan(100);
  });

  it.each(all.filter(({ frontMatter }) => frontMatter.signals).map((page) => [page.slug, page] as const))(
    '%s: both languages show what the links open',
    (slug, { frontMatter, body }) => {
      for (const shown of [
        codeOf(body),
        ...(existsSync(`${DOCS}/zh-cn/${slug}.md`) ? [codeOf(read(`zh-cn/${slug}`).body)] : []),
      ])
        for (const { query } of frontMatter.signals ?? []) expect(shown).toContain(query.trim());
    },
  );

  it('use every variable that is offered', () => {
    const used = new Set(
      all.flatMap(({ frontMatter }) =>
        (frontMatter.signals ?? []).flatMap(({ query }) => variablesIn(query)),
      ),
    );
    expect([...used].sort()).toEqual(Object.keys(VARIABLES).sort());
  });
});
