import { expect, test, type Browser } from '@playwright/test';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serveStatic } from '../../scripts/lib/staticServer.ts';
import { copyProject } from '../helpers/projectCopy.ts';

const MARKER = 'zqxjkvinternalmarker';
const DRAFT_MARKER = 'zqxjkvdraftmarker';
const INTERNAL = 'http://localhost:4332';
const TRACKER = 'https://tracker.test/new';

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

/** What agents work by, beside the runbooks: a text of each kind of file, which is marked with a word of its own. */
const WORKED_BY = [
  { file: 'content/replies/card-declined.yml', text: 'use:\n  en: ', mark: `${MARKER}reply` },
  { file: 'content/triage/card-declined.yml', text: 'summary:\n  en: ', mark: `${MARKER}triage` },
  { file: 'content/teams/engineering.yml', text: 'when:\n  en: ', mark: `${MARKER}team` },
  { file: 'content/severity.yml', text: 'en: A release of ours does harm', mark: `${MARKER}severity` },
] as const;

const REVIEWED = '2026-01-01-swap';
/** What customers may read of it is plain; the notes below, the layer and the review are not theirs. */
const incidentWith = (mark: string): string => `---
audience: public
severity: sev3
status: resolved
title: { en: Swaps are delayed, zh-CN: 兑换有延迟 }
components: [swap]
layer: provider
started: 2026-01-01T09:00:00Z
updates:
  - { at: 2026-01-01T10:00:00Z, status: resolved, en: Swaps work again., zh-CN: 兑换已恢复。 }
resolved: 2026-01-01T10:00:00Z
expires: 2026-01-01T10:00:00Z
review: reviews/${REVIEWED}.md
---

Notes: ${mark}
`;
const reviewWith = (mark: string): string => `---
incident: ${REVIEWED}
---

# Swaps

<script>alert("${mark}")</script>
`;

test('nothing internal reaches any byte of the public edition', async ({ browser }) => {
  test.setTimeout(600_000);
  // A copy of the project with a marked runbook, in both languages, under a public-looking folder too.
  const { folder: project, build, replace, remove } = await copyProject('marked');
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
    for (const { file, text, mark } of WORKED_BY) await replace(file, text, `${text}${mark} `);
    await replace(
      'src/config.ts',
      '\n  observability: {',
      `\n  tracker: { newIssueUrl: '${TRACKER}?title={title}&body={body}' },\n  observability: {`,
    );
    await mkdir(path.join(project, 'content/incidents/reviews'), { recursive: true });
    await writeFile(path.join(project, `content/incidents/${REVIEWED}.md`), incidentWith(MARKER));
    await writeFile(path.join(project, `content/incidents/reviews/${REVIEWED}.md`), reviewWith(MARKER));
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
    for (const { mark } of WORKED_BY)
      expect(await filesHolding(path.join(project, 'dist-internal'), mark), mark).not.toEqual([]);
    expect(await filesHolding(path.join(project, 'dist'), TRACKER)).toEqual([]);
    // A review has a page in both languages, and what was pasted into it is text.
    for (const folder of ['', 'zh-cn/']) {
      const page = await readFile(
        path.join(project, 'dist-internal', folder, 'incidents', REVIEWED, 'index.html'),
        'utf8',
      );
      expect(page).toContain(`&lt;script&gt;alert(&quot;${MARKER}&quot;)&lt;/script&gt;`);
      const status = await readFile(path.join(project, 'dist-internal', folder, 'status/index.html'), 'utf8');
      expect(status).toContain(`href="../incidents/${REVIEWED}/"`);
    }
    await flagsInTracker(browser, path.join(project, 'dist-internal'));
    expect(await filesHolding(path.join(project, 'dist'), DRAFT_MARKER)).toEqual([]);
    expect(await filesHolding(path.join(project, 'dist-internal'), DRAFT_MARKER)).toEqual([]);
  } finally {
    await remove();
  }
});

/** A deployment with a tracker: the button of the flag opens its page for a new issue, filled in, and nothing is sent by itself. */
async function flagsInTracker(browser: Browser, site: string): Promise<void> {
  const { port, close } = await serveStatic(site, 4400);
  const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  try {
    await page.goto('/desk/');
    await page.locator('#ticket').fill('I am at jane.miller@mail.test. My card was declined at a hotel.');
    await expect(page.locator('.fl-said')).toHaveText(/^\d+ articles?$/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Flag an article' });
    await dialog.getByLabel('It is out of date').check();
    const link = dialog.getByRole('link', { name: 'Open an issue' });
    await expect(link).toHaveAttribute('href', /title=/);
    const address = new URL((await link.getAttribute('href'))!);
    expect(address.origin + address.pathname).toBe(TRACKER);
    expect(address.searchParams.get('title')).toContain('Out of date: card/card-declined');
    expect(address.searchParams.get('body')).toContain('[email]');
    expect(address.href).not.toContain('jane.miller');
    expect(requests.filter((request) => !request.startsWith(`http://localhost:${port}`))).toEqual([]);
  } finally {
    await context.close();
    await close();
  }
}

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
