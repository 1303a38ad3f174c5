import { expect, test } from '@playwright/test';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

const PAGES = [
  '/',
  '/zh-cn/',
  '/wallet/',
  '/zh-cn/security/',
  '/wallet/wrong-network/',
  '/zh-cn/card/card-declined/',
  '/security/recovery-phrase-exposed/',
  '/contact/',
  '/zh-cn/contact/',
  '/no-such-page/',
];

for (const path of PAGES) {
  test(`${path} has no accessibility violation, light and dark`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });

  test(`${path} fits a phone and asks nobody else`, async ({ page, baseURL }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL!)) foreign.push(request.url());
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path, { waitUntil: 'networkidle' });
    await expectToFit(page);
    expect(foreign).toEqual([]);
  });
}

test('the language switch keeps the article', async ({ page }) => {
  await page.goto('/wallet/wrong-network/');
  await page.locator('starlight-lang-select select').first().selectOption({ label: '简体中文' });
  await expect(page).toHaveURL(/\/zh-cn\/wallet\/wrong-network\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the home page leads to the most asked questions and to every section', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How can we help?');
  await expect(page.locator('.fl-asked a')).toHaveCount(7);
  for (const link of await page.locator('.fl-sections a, .fl-asked a').all()) {
    const href = await link.getAttribute('href');
    expect((await page.request.get(href!)).status(), href!).toBe(200);
  }
});

test('an article shows its questions, what to read next and when it was checked', async ({ page }) => {
  await page.goto('/zh-cn/wallet/wrong-network/');
  await expect(page.getByRole('heading', { name: '本页能回答的问题' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '接着看' }).getByRole('link')).not.toHaveCount(0);
  await expect(page.getByText(/团队于 2026年\d+月\d+日 核对过本页/)).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/\{[a-zA-Z]+\}/);
});

test('an address that is not there leads home and to a human, in both languages', async ({ page }) => {
  const response = await page.goto('/zh-cn/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page · 没有这个页面');
  for (const href of ['/', '/contact/', '/zh-cn/', '/zh-cn/contact/']) {
    await expect(page.locator(`.fl-not-found a[href="${href}"]`)).toBeVisible();
  }
});

test('a phone can switch the language of the home page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.getByRole('link', { name: '用中文阅读本页' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/$/);
});
