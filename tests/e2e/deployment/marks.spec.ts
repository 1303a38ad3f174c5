import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { built, DRAFT_MARKER, MARKER, REVIEWED, TRACKER, WORKED_BY } from '../../helpers/deployment.ts';
import { test } from '../../helpers/deploymentTest.ts';
import { filesHolding } from '../../helpers/filesHolding.ts';

test('nothing internal reaches any byte of the public edition', async () => {
  test.setTimeout(120_000);
  expect(await filesHolding(built('dist'), MARKER)).toEqual([]);
  expect(await filesHolding(built('dist'), TRACKER)).toEqual([]);
  // The search is able to find it: the internal edition holds it in pages, index and search.
  const held = await filesHolding(built('dist-internal'), MARKER);
  expect(held).toContain('runbooks/marked/index.html');
  expect(held.some((file) => file.startsWith('knowledge/internal.'))).toBe(true);
  expect(held.some((file) => file.startsWith('pagefind/'))).toBe(true);
  expect(held.filter((file) => file.startsWith('knowledge/public.'))).toEqual([]);
  for (const { mark } of WORKED_BY)
    expect(await filesHolding(built('dist-internal'), mark), mark).not.toEqual([]);
});

test('drafts are in no edition', async () => {
  test.setTimeout(120_000);
  for (const edition of ['dist', 'dist-internal'] as const)
    expect(await filesHolding(built(edition), DRAFT_MARKER), edition).toEqual([]);
});

test('a review has a page in both languages, and what was pasted into it is text', async () => {
  for (const folder of ['', 'zh-cn']) {
    const page = await readFile(built('dist-internal', folder, 'incidents', REVIEWED, 'index.html'), 'utf8');
    expect(page).toContain(`&lt;script&gt;alert(&quot;${MARKER}&quot;)&lt;/script&gt;`);
    const status = await readFile(built('dist-internal', folder, 'status/index.html'), 'utf8');
    expect(status).toContain(`href="../incidents/${REVIEWED}/"`);
  }
});

test("the flag's button opens the tracker's page for a new issue, filled in, and sends nothing by itself", async ({
  page,
  deployment: { internalOrigin },
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${internalOrigin}/desk/`);
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
  expect(requests.filter((request) => !request.startsWith(internalOrigin))).toEqual([]);
});
