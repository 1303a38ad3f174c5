import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

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
  test(`${path} has no accessibility violation and fits a phone`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(INTERNAL + path);
    for (const details of await page.locator('fl-access details, fl-signals .fl-more').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    await expectToFit(page);
    await expectAccessible(page);
  });
}

test('a checklist is kept for each person, shows what is overdue, and exports evidence', async ({ page }) => {
  await page.goto(ONBOARDING);
  await boxes(page).first().getByRole('checkbox').click();
  await expect(boxes(page).first().getByRole('checkbox')).not.toBeChecked();
  await expect(page.locator('.fl-access-summary')).toHaveText('Start one, then tick the lines below.');
  await start(page, '=Ming', '2026-01-05');
  await expect(boxes(page).first()).toContainText('Overdue since 2026-01-05');
  // Nobody has said yet who ticks: that is asked, and then it is ticked.
  await boxes(page).first().getByRole('checkbox').click();
  await expect(boxes(page).first().getByRole('checkbox')).not.toBeChecked();
  await expect(page.locator('.fl-access-summary')).toContainText('Who ticks');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.getByLabel('Your name').fill('Li');
  await page.getByLabel('Your name').press('Enter');
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
  expect(csv.split('\r\n')[1]).toMatch(/,Li,\d{4}-\d\d-\d\dT[\d:]+Z,line-[0-9a-f]{12}$/);
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
  const first = page.locator('fl-signals .fl-open').first();
  await expect(first).toContainText('Grafana');
  await expect(first.getByRole('link')).toHaveCount(0);
  await expect(page.locator('fl-signals noscript p')).toContainText('The links need JavaScript');
  await page.goto(`${INTERNAL}/desk/signals/`);
  await expect(page.locator('[data-signal]:visible')).toHaveCount(157);
  await page.getByRole('radio', { name: /^Client/ }).check();
  await expect(page.locator('[data-signal]:visible')).toHaveCount(9);
  await context.close();
});

test('a signal opens at the chosen time, for what was typed', async ({ page }) => {
  await page.goto(DEPOSIT);
  const row = page.locator('[data-signal$="#this-transaction"]');
  await expect(row).toContainText('Fill in: Network, Transaction hash.');
  await expect(row.getByRole('link', { name: 'Kibana' })).toHaveCount(0);
  await page.getByLabel('Network').fill('tr"on');
  await page.getByLabel('Transaction hash').fill('nonsense');
  await expect(row).toContainText('Check: Transaction hash.');
  await page.getByLabel('Transaction hash').fill(HASH);
  const href = decodeURIComponent((await row.getByRole('link', { name: 'Kibana' }).getAttribute('href'))!);
  expect(href).toContain('https://kibana.firstline.example/app/discover#/?_g=(time:(from:now-7d,to:now))');
  expect(href).toContain(`network : "tr\\"on" and tx.hash : "${HASH}"`);
  const dashboard = row.getByRole('link', { name: 'Dashboard' });
  await expect(dashboard).toHaveAttribute(
    'href',
    /^https:\/\/grafana\.firstline\.example\/d\/.*from=now-7d&to=now$/,
  );
  await page.getByLabel('Time', { exact: true }).selectOption('24h');
  await expect(row.getByRole('link', { name: 'Kibana' })).toHaveAttribute('href', /now-24h/);
  await expect(dashboard).toHaveAttribute('href', /from=now-24h/);
  // A dashboard is at the same time as its signal, whatever that is.
  await page.getByLabel('Around').fill('2026-11-20T12:00');
  await expect(row.getByRole('link', { name: 'Kibana' })).not.toHaveAttribute('href', /now/);
  await expect(dashboard).toHaveAttribute('href', /from=\d{13}&to=\d{13}$/);
});

test('signals are found by layer and words', async ({ page }) => {
  await page.goto(`${INTERNAL}/zh-cn/desk/signals/`);
  const shown = page.locator('[data-signal]:visible');
  await expect(shown).toHaveCount(157);
  await page.getByLabel('关键词').fill('TX-INDEXER kibana');
  await expect(page.locator('.fl-signals-found')).toContainText('共 157 个信号');
  const found = await shown.count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(20);
  await page.getByLabel('关键词').fill('');
  await page.getByRole('radio', { name: /^服务商/ }).check();
  await expect(shown).toHaveCount(32);
  await page.locator('summary', { hasText: '目录' }).click();
  await expect(page.locator('.fl-signals-contents a:visible').first()).toHaveText('服务商');
});

for (const [path, holds] of [
  ['/desk/signals/', ['Kibana', 'problem : "unauthorised-transfer"']],
  ['/runbooks/access/onboarding/', ['For: Ming. Day 0: 2026-01-05. Kept by: Li.', 'Done by Li']],
  ['/craft/reviews/', ['content/docs/']],
] as const) {
  test(`${path} printed from the dark theme is black on white, and says everything`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(INTERNAL + path);
    if (path.includes('onboarding')) {
      await start(page, 'Ming', '2026-01-05');
      await boxes(page).first().getByRole('checkbox').click();
      await page.getByLabel('Your name').fill('Li');
      await page.getByLabel('Your name').press('Enter');
    }
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    for (const text of holds) await expect(page.getByText(text).first()).toBeVisible();
    const pale = await page.evaluate(() => {
      const isPale = (color: string): boolean => {
        const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
      };
      return [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((element) =>
          element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
        )
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''),
        )
        .filter((element) => isPale(getComputedStyle(element).color))
        .map((element) => element.outerHTML.slice(0, 120));
    });
    expect(pale).toEqual([]);
    for (const code of await page.locator('.expressive-code pre').all())
      await expect(code).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    // What is closed on the screen is open on paper.
    for (const details of await page.locator('main details:visible').all())
      expect(await details.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(10);
  });
}

test('a secret becomes no address', async ({ page }) => {
  await page.goto(DEPOSIT);
  const grafana = page.locator('[data-signal$="#watched"]');
  await page
    .getByLabel('Address')
    .fill('legal winner thank year wave sausage worth useful legal winner thank yellow');
  await expect(page.locator('.fl-signals-note')).toContainText('secret');
  await expect(grafana.getByRole('link', { name: 'Kibana' })).toHaveCount(0);
});

test('a runbook leads to the replies it names', async ({ page }) => {
  await page.goto(`${INTERNAL}/zh-cn/runbooks/triage/card-declines/`);
  const replies = page.locator('fl-replies');
  await expect(replies.getByRole('link').first()).toHaveAttribute('href', /^\/zh-cn\/desk\/#reply=[a-z-]+$/);
  // Below the heading on what to tell the customer.
  expect(await replies.evaluate((element) => element.previousElementSibling?.textContent?.trim())).toMatch(
    /^怎么回复/,
  );
});

test('nothing of it is in the public edition', async ({ page }) => {
  for (const path of ['/desk/signals/', '/runbooks/access/onboarding/'])
    expect((await page.goto(path))?.status()).toBe(404);
  await page.goto('/wallet/wrong-network/');
  await expect(page.locator('fl-signals, fl-access')).toHaveCount(0);
});
