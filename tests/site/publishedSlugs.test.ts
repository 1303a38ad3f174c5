import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseArticleFile } from '../../src/core/article/article.ts';
import { parseSettings } from '../../src/core/article/lint/parseSettings.ts';
import { redirectsSchema } from '../../src/core/article/lint/redirects.ts';
import { permalinkPages } from '../../src/core/operations/desk/permalink.ts';

const FILE = 'tests/fixtures/publishedSlugs.txt';
const lines = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const published = readdirSync('content/docs', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md') && !name.startsWith('zh-cn/') && !/(?:^|\/)_/.test(name))
  .map((name) => name.replace(/\.md$/, ''))
  .filter((slug) => {
    const file = `content/docs/${slug}.md`;
    return parseArticleFile(slug, file, readFileSync(file, 'utf8')).frontMatter.audience === 'public';
  });
const redirects = parseSettings(
  'content/redirects.yml',
  readFileSync('content/redirects.yml', 'utf8'),
  redirectsSchema,
);

describe('permalinks', () => {
  test('every slug that was ever published still leads to an article', () => {
    const alive = new Set(permalinkPages(published, redirects).map(({ from }) => from));
    const broken = lines.filter((slug) => !alive.has(slug));
    expect(
      broken,
      `/a/<slug>/ stands in replies that were sent. Bring the article back, or add a line to content/redirects.yml (npm run content:rename does), for: ${broken.join(', ')}`,
    ).toEqual([]);
  });

  test('every slug that is published now is written down', () => {
    const missing = published.filter((slug) => !lines.includes(slug));
    expect(missing, `Add to the end of ${FILE}, and never take a line out:\n${missing.join('\n')}`).toEqual(
      [],
    );
  });

  test('no slug is written down twice', () => {
    expect(lines.length).toBe(new Set(lines).size);
  });
});
