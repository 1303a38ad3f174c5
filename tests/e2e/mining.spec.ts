import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const INTERNAL = 'http://localhost:4332';

for (const [path, heading] of [
  ['/mining/', 'Recurring issues'],
  ['/zh-cn/mining/', '反复出现的问题'],
] as const) {
  test(`${path} lists the sample's issues, with examples and no personal data`, async ({ page }) => {
    await page.goto(INTERNAL + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBeGreaterThanOrEqual(20);
    for (const slug of ['wallet/wrong-network', 'card/card-declined', 'wallet/pending-transaction']) {
      await expect(page.locator('tbody').getByRole('link', { name: slug }).first()).toBeVisible();
    }
    const counts = await rows.locator('.number strong').allTextContents();
    expect(counts.map(Number)).toEqual(counts.map(Number).toSorted((a, b) => b - a));
    await rows.first().locator('summary').click();
    await expect(rows.first().locator('details li').first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText(
      /@example|@mail\.example|4242 4242|0x[0-9a-fA-F]{40}/,
    );
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} has no accessibility violation and fits a phone, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(INTERNAL + path);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}
