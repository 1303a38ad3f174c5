import { expect, test } from '@playwright/test';
import { filesHolding } from '../helpers/filesHolding.ts';

const INTERNAL = 'http://localhost:4332';

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
