import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

/** The internal edition: see playwright.config.ts. */
const INTERNAL = 'http://localhost:4332';
const ONBOARDING = `${INTERNAL}/runbooks/access/onboarding/`;
const DEPOSIT = `${INTERNAL}/runbooks/triage/missing-deposit/`;
const HASH = `0x${'9c'.repeat(32)}`;

const boxes = (page: Page) => page.locator('li.task-list-item');

async function start(page: Page, subject: string, day0: string): Promise<void> {
  const form = page.locator('fl-access');
  const details = form.locator('details');
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await form.getByLabel('For whom').fill(subject);
  await form.getByLabel('Day 0').fill(day0);
  await form.getByRole('button', { name: 'Start', exact: true }).click();
}

for (const path of [
  '/runbooks/access/onboarding/',
  '/zh-cn/runbooks/access/offboarding/',
  '/zh-cn/runbooks/access/periodic-review/',
  '/runbooks/triage/missing-deposit/',
  '/desk/signals/',
  '/zh-cn/desk/signals/',
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} has no accessibility violation and fits a phone, ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(INTERNAL + path);
      for (const details of await page.locator('fl-access details, fl-signals .fl-more').all())
        await details.evaluate((element) => element.setAttribute('open', ''));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}

test('a checklist is kept for each person, shows what is overdue, and exports evidence', async ({ page }) => {
  await page.goto(ONBOARDING);
  await boxes(page).first().getByRole('checkbox').click();
  await expect(boxes(page).first().getByRole('checkbox')).not.toBeChecked();
  await start(page, '=Ming', '2026-01-05');
  await expect(boxes(page).first()).toContainText('Overdue since 2026-01-05');
  await page.getByLabel('Your name').fill('Li');
  await boxes(page).first().getByRole('checkbox').click();
  await expect(boxes(page).first()).toContainText('Done by Li');
  await expect(page.locator('.fl-access-summary')).toContainText('1 of 17 done, 16 overdue');
  await page.reload();
  await expect(boxes(page).first().getByRole('checkbox')).toBeChecked();

  await start(page, 'Anna', '2026-01-05');
  await expect(boxes(page).first().getByRole('checkbox')).not.toBeChecked();
  await page.getByLabel('For', { exact: true }).selectOption({ label: '=Ming (2026-01-05)' });
  await expect(boxes(page).first().getByRole('checkbox')).toBeChecked();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Evidence as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('onboarding-2026-01-05.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain("'=Ming");
  expect(csv.split('\r\n')[1]).toMatch(/,Li,\d{4}-\d\d-\d\dT[\d:]+Z$/);
});

test('what was ticked in English is ticked in Chinese, and a review is of a quarter', async ({ page }) => {
  await page.goto(ONBOARDING);
  await start(page, 'Ming', '2026-01-05');
  await page.getByLabel('Your name').fill('Li');
  await boxes(page).nth(2).getByRole('checkbox').click();
  await page.goto(`${INTERNAL}/zh-cn/runbooks/access/onboarding/`);
  await expect(boxes(page).nth(2).getByRole('checkbox')).toBeChecked();
  await expect(boxes(page).nth(2)).toContainText('Li 已完成');
  await page.goto(`${INTERNAL}/runbooks/access/periodic-review/`);
  await page.getByText('Start a fresh one').click();
  await expect(page.getByLabel('Which quarter')).toHaveValue(/^\d{4} Q[1-4]$/);
});

test('without JavaScript the checklist is a list, and signals are to be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(ONBOARDING);
  await expect(boxes(page)).toHaveCount(17);
  await expect(page.locator('fl-access')).toBeHidden();
  await page.goto(DEPOSIT);
  await expect(page.locator('fl-signals')).toContainText('Below 0.5.');
  await expect(page.locator('fl-signals .fl-open').first()).toBeHidden();
  await context.close();
});

test('a signal opens at the chosen time, for what was typed', async ({ page }) => {
  await page.goto(DEPOSIT);
  const row = page.locator('[data-signal$="#this-transaction"]');
  await expect(row).toContainText('Fill in: Network, Transaction hash.');
  await expect(row.getByRole('link')).toHaveCount(0);
  await page.getByLabel('Network').fill('tr"on');
  await page.getByLabel('Transaction hash').fill('nonsense');
  await expect(row).toContainText('Check: Transaction hash.');
  await page.getByLabel('Transaction hash').fill(HASH);
  const href = decodeURIComponent((await row.getByRole('link', { name: 'Kibana' }).getAttribute('href'))!);
  expect(href).toContain('https://kibana.firstline.example/app/discover#/?_g=(time:(from:now-1h,to:now))');
  expect(href).toContain(`network : "tr\\"on" and tx.hash : "${HASH}"`);
  await page.getByLabel('Time', { exact: true }).selectOption('24h');
  await expect(row.getByRole('link', { name: 'Kibana' })).toHaveAttribute('href', /now-24h/);
});

test('a secret becomes no address', async ({ page }) => {
  await page.goto(DEPOSIT);
  const grafana = page.locator('[data-signal$="#watched"]');
  await page
    .getByLabel('Address')
    .fill('legal winner thank year wave sausage worth useful legal winner thank yellow');
  await expect(page.locator('.fl-signals-note')).toContainText('secret');
  await expect(grafana.getByRole('link')).toHaveCount(0);
});

test('nothing of it is in the public edition', async ({ page }) => {
  for (const path of ['/desk/signals/', '/runbooks/access/onboarding/'])
    expect((await page.goto(path))?.status()).toBe(404);
  await page.goto('/wallet/wrong-network/');
  await expect(page.locator('fl-signals, fl-access')).toHaveCount(0);
});
