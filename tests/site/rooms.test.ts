import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** What the linter says of an import, were it written in that file. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? [])
    .map(({ ruleId }) => ruleId ?? 'fatal')
    .filter((rule) => !rule.includes('unused'));
}

describe('the rooms', () => {
  it.each([
    ['src/core/article/x.ts', '../../widget/view.ts'],
    ['src/core/retrieval/x.ts', '../../site/language.ts'],
    ['src/core/mining/x.ts', '../../../scripts/lib/paths.ts'],
    ['src/core/mining/x.ts', '../../config.ts'],
    ['src/core/privacy/x.ts', 'node:fs'],
    ['src/core/privacy/x.ts', 'astro:content'],
    ['src/widget/x.ts', '../site/language.ts'],
    ['src/widget/x.ts', '../../scripts/lib/paths.ts'],
    ['src/site/x.ts', '../widget/view.ts'],
    ['src/site/pages/x.astro', '../../widget/view.ts'],
    ['scripts/x.ts', '../src/widget/view.ts'],
    ['scripts/lib/x.ts', '../../src/site/language.ts'],
  ])('%s may not import %s', async (file, source) => {
    const code = `import * as it from '${source}';\nexport { it };\n`;
    expect(await complaints(file, file.endsWith('.astro') ? `---\n${code}---\n` : code)).toContain(
      'no-restricted-imports',
    );
  });

  it.each([
    ['src/widget/x.ts', '../core/privacy/secrets.ts'],
    ['src/site/x.ts', '../core/article/article.ts'],
    ['scripts/x.ts', '../src/core/retrieval/suggest.ts'],
    ['scripts/x.ts', '../src/config.ts'],
  ])('%s may import %s', async (file, source) => {
    expect(await complaints(file, `import * as it from '${source}';\nexport { it };\n`)).toEqual([]);
  });

  it.each([
    'export const now = Date.now();',
    'export const die = Math.random();',
    'export const page = fetch("/x");',
  ])('core may not say %j', async (code) => {
    expect((await complaints('src/core/article/x.ts', code)).join()).toMatch(
      /no-restricted-(globals|properties)/,
    );
  });
});
