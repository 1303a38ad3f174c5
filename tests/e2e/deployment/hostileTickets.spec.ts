import { expect } from '@playwright/test';
import { expectAccessible } from '../../helpers/accessibility.ts';
import { test } from '../../helpers/deploymentTest.ts';
import { HOSTILE, idOf, madeCommunity } from '../../helpers/madeReport.ts';

test('what customers wrote is text and nothing else, wherever it is shown', async ({
  page,
  deployment: { internalOrigin: origin },
}) => {
  test.setTimeout(180_000);
  const hacked = (): Promise<unknown> => page.evaluate(() => (globalThis as { hacked?: unknown }).hacked);
  await page.goto(`${origin}/mining/`);
  await expect(page.getByRole('link', { name: HOSTILE.title }).first()).toBeVisible();
  expect(
    await page.locator('.fl-mining').locator('img, script:not([src]):not([type=module]), b, i').count(),
  ).toBe(0);
  await page.locator('.fl-filters [name="product"]').selectOption(HOSTILE.product);
  await expect(page.locator('fl-issues tbody tr:not([hidden])')).toHaveCount(1);
  expect(await hacked()).toBeUndefined();

  await page.setViewportSize({ width: 320, height: 800 });
  for (const folder of ['', '/zh-cn']) {
    for (const i of [0, 1, 3, 4]) {
      await page.goto(`${origin}${folder}/mining/${idOf(i)}/`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${folder} ${i}`).toBe(0);
      expect(await hacked(), `${folder} ${i}`).toBeUndefined();
      expect(await page.locator('.fl-mining').locator('img, b, i, h1').count()).toBe(0);
      await expectAccessible(page);
    }
  }
  await page.goto(`${origin}/mining/${idOf(0)}/`);
  expect(await page.title()).toContain(HOSTILE.title);
  await expect(page.locator('.fl-examples p').first()).toHaveText(HOSTILE.example.replace('\n', ' '));
  await page.goto(`${origin}/mining/${idOf(3)}/`);
  await expect(page.locator('.fl-mining')).toContainText(HOSTILE.version);

  await page.setViewportSize({ width: 1280, height: 800 });
  // An alarm is marked on the chart, with its day.
  await page.goto(`${origin}/mining/${idOf(1)}/`);
  await expect(page.locator('.fl-chart-wide')).toContainText('Alarm, Nov 12');

  for (const folder of ['', '/zh-cn']) {
    await page.goto(`${origin}${folder}/mining/community/`);
    await expectAccessible(page);
    expect(await page.locator('.fl-targets a').count()).toBe(0);
    await expect(page.locator('.fl-targets tbody tr')).toHaveCount(madeCommunity().targets.length);
    await expect(page.locator('fl-copy code')).not.toContainText(/https?:|@/);
  }

  const table = await (await page.request.get(`${origin}/mining/issues.csv`)).text();
  expect(table).toContain(`'${HOSTILE.chineseTitle.replaceAll('"', '""')}`);
  for (const name of ['issues.csv', 'lures.csv']) {
    const bytes = await (await page.request.get(`${origin}/mining/${name}`)).body();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const cells = bytes
      .toString('utf8')
      .slice(1)
      .split(/\r\n|,/);
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  }
});
