import { expect, test } from '@playwright/test';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { copyProject } from '../helpers/projectCopy.ts';

const MARKER = 'zqxjkvinternalmarker';
const DRAFT_MARKER = 'zqxjkvdraftmarker';
const INTERNAL = 'http://localhost:4332';

/** Every byte of a folder's files, and what their compressed ones hold. */
async function filesHolding(folder: string, needle: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const readings = [
      bytes,
      ...[gunzipSync, brotliDecompressSync].flatMap((unpack) => attempt(() => unpack(bytes))),
    ];
    if (file.includes(needle) || readings.some((reading) => reading.includes(needle)))
      found.push(path.relative(folder, file));
  }
  return found;
}

function attempt(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()];
  } catch {
    return [];
  }
}

test('nothing internal reaches any byte of the public edition', async () => {
  test.setTimeout(480_000);
  // A copy of the project with a marked runbook, in both languages, under a public-looking folder too.
  const { folder: project, build, remove } = await copyProject('marked');
  try {
    const article = `---\ntitle: Marked ${MARKER}\naudience: internal\nquestions: [Where is ${MARKER}?]\n---\nThe ${MARKER} opens.\n\n## Section ${MARKER}\n\nMore ${MARKER}.\n`;
    for (const slug of ['runbooks/marked', 'zh-cn/runbooks/marked', 'wallet/marked', 'zh-cn/wallet/marked']) {
      await mkdir(path.dirname(path.join(project, 'content/docs', slug)), { recursive: true });
      await writeFile(path.join(project, 'content/docs', `${slug}.md`), article);
    }
    await writeFile(
      path.join(project, 'content/phrasings/wallet/marked.yml'),
      `en:\n  - how to ${MARKER}\nzh-CN:\n  - 怎么 ${MARKER}\n`,
    );
    // And drafts, which no edition has, whoever they are for.
    const draft = (audience: string): string =>
      article
        .replaceAll(MARKER, DRAFT_MARKER)
        .replace('audience: internal', `audience: ${audience}\ndraft: true`);
    for (const slug of ['wallet/drafted', 'zh-cn/wallet/drafted'])
      await writeFile(path.join(project, 'content/docs', `${slug}.md`), draft('public'));
    await writeFile(path.join(project, 'content/docs/runbooks/drafted.md'), draft('internal'));
    await writeFile(
      path.join(project, 'content/phrasings/wallet/drafted.yml'),
      `en:\n  - how to ${DRAFT_MARKER}\nzh-CN: []\n`,
    );
    await mkdir(path.join(project, 'reports/mining'), { recursive: true });
    // The internal edition first: its caches must not leak into the public one built after it.
    await build('internal');
    await build('public');
    expect(await filesHolding(path.join(project, 'dist'), MARKER)).toEqual([]);
    // The search is able to find it: the internal edition holds it in pages, index and search.
    const held = await filesHolding(path.join(project, 'dist-internal'), MARKER);
    expect(held).toContain('runbooks/marked/index.html');
    expect(held.some((file) => file.startsWith('knowledge/internal.'))).toBe(true);
    expect(held.some((file) => file.startsWith('pagefind/'))).toBe(true);
    expect(held.filter((file) => file.startsWith('knowledge/public.'))).toEqual([]);
    expect(await filesHolding(path.join(project, 'dist'), DRAFT_MARKER)).toEqual([]);
    expect(await filesHolding(path.join(project, 'dist-internal'), DRAFT_MARKER)).toEqual([]);
  } finally {
    await remove();
  }
});

test('the public edition as built has no runbook and no mining report', async ({ page }) => {
  for (const address of [
    '/runbooks/',
    '/runbooks/incidents/declare/',
    '/mining/',
    '/knowledge/internal.json',
  ]) {
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
  expect(await filesHolding('dist', 'runbooks/')).toEqual([]);
});

test('the internal edition marks what is internal', async ({ page }) => {
  await page.goto(`${INTERNAL}/runbooks/incidents/declare/`);
  await expect(page.locator('.fl-internal')).toHaveText('Internal');
  await page.goto(`${INTERNAL}/wallet/wrong-network/`);
  await expect(page.locator('.fl-internal')).toHaveCount(0);
});
