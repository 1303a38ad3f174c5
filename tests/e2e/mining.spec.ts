import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

const INTERNAL = 'http://localhost:4332';
const LANGUAGES = [
  { folder: '', heading: 'Recurring issues', community: 'Community signals', missing: 'no article' },
  { folder: '/zh-cn', heading: '反复出现的问题', community: '社区信号', missing: '缺文章' },
] as const;

const rows = (page: Page) => page.locator('fl-issues tbody tr');
const shownRows = (page: Page) => page.locator('fl-issues tbody tr:not([hidden])');
const field = (page: Page, name: string) => page.locator(`.fl-filters [name="${name}"]`);

/** Numbers of the rows that are shown, from an attribute. */
async function numbers(page: Page, attribute: string): Promise<number[]> {
  return shownRows(page).evaluateAll(
    (elements, name) => elements.map((element) => Number(element.getAttribute(name))),
    attribute,
  );
}

for (const { folder, heading, community, missing } of LANGUAGES) {
  test(`${folder}/mining/ lists the sample's issues, ranked, without personal data`, async ({ page }) => {
    await page.goto(`${INTERNAL}${folder}/mining/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    expect(await rows(page).count()).toBeGreaterThanOrEqual(20);
    for (const slug of ['wallet/wrong-network', 'card/card-declined', 'wallet/pending-transaction'])
      await expect(page.locator(`fl-issues tbody a[href="${folder}/${slug}/"]`).first()).toBeVisible();
    const tickets = await numbers(page, 'data-tickets');
    expect(tickets).toEqual(tickets.toSorted((a, b) => b - a));
    // A number of two digits stands in one line.
    const lines = rows(page)
      .last()
      .locator('.fl-place')
      .evaluate((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      });
    expect(await lines).toBe(1);
    await expect(page.locator('main')).not.toContainText(
      /@example|@mail\.example|4242 4242|0x[0-9a-fA-F]{40}/,
    );
  });

  test(`${folder}/mining/ leads to a page an issue, with examples, a chart and the next step`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${INTERNAL}${folder}/mining/`);
    const row = shownRows(page).filter({ hasText: missing }).first();
    const id = await row.getAttribute('id');
    const title = await row.locator('.fl-what a').textContent();
    await row.locator('.fl-what a').click();
    await expect(page).toHaveURL(`${INTERNAL}${folder}/mining/${id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
    await expect(page.getByRole('img', { name: /\d{4}/ })).toHaveCount(1);
    for (const language of ['en', 'zh-CN'])
      await expect(page.locator(`.fl-examples p[lang="${language}"]`).first()).toBeVisible();
    await page.locator('details summary').first().click();
    expect(await page.locator('.fl-numbers tbody tr').count()).toBeGreaterThan(20);
    await expect(page.locator('.fl-step code')).toHaveText(`npm run mine:draft -- --issue ${id}`);
    await page.locator('.fl-step button').click();
    await expect(page.locator('.fl-step [role="status"]')).not.toBeEmpty();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `npm run mine:draft -- --issue ${id}`,
    );
  });

  test(`${folder}/mining/ is filtered and sorted by keyboard, and the address keeps it`, async ({ page }) => {
    await page.goto(`${INTERNAL}${folder}/mining/`);
    const all = await rows(page).count();
    await field(page, 'gap').focus();
    await page.keyboard.press('ArrowDown');
    while ((await field(page, 'gap').inputValue()) !== 'missing') await page.keyboard.press('ArrowDown');
    const some = await shownRows(page).count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await shownRows(page).filter({ hasText: missing }).count()).toBe(some);
    await expect(page.locator('.fl-shown')).toContainText(String(some));
    await page.locator('th[data-sort="impact"] button').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('th[data-sort="impact"]')).toHaveAttribute('aria-sort', 'descending');
    const work = await numbers(page, 'data-impact');
    expect(work).toEqual(work.toSorted((a, b) => a - b));
    await page.keyboard.press('Enter');
    await expect(page.locator('th[data-sort="impact"]')).toHaveAttribute('aria-sort', 'ascending');
    expect(await numbers(page, 'data-impact')).toEqual(work.toReversed());
    await expect(page).toHaveURL(/#gap=missing&sort=impact&order=least$/);
    await page.reload();
    await expect(shownRows(page)).toHaveCount(some);
    expect(await numbers(page, 'data-impact')).toEqual(work.toReversed());
    await expect(field(page, 'gap')).toHaveValue('missing');
    await field(page, 'words').fill('zzzz');
    await expect(shownRows(page)).toHaveCount(0);
    await expect(page.locator('.fl-nothing')).toBeVisible();
    await page.locator('.fl-reset').focus();
    await page.keyboard.press('Space');
    await expect(shownRows(page)).toHaveCount(all);
    await expect(page).toHaveURL(`${INTERNAL}${folder}/mining/`);
  });

  test(`${folder}/mining/ is the whole table without JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${INTERNAL}${folder}/mining/`);
    expect(await rows(page).count()).toBeGreaterThanOrEqual(20);
    await expect(rows(page).first()).toBeVisible();
    await expect(page.locator('.fl-filters')).toBeHidden();
    await rows(page).first().locator('.fl-what a').click();
    await expect(page.locator('.fl-step code')).toBeVisible();
    await expect(page.locator('.fl-step button')).toBeHidden();
    await context.close();
  });

  test(`${folder}/mining/community/ says that the sample is no community`, async ({ page }) => {
    await page.goto(`${INTERNAL}${folder}/mining/community/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(community);
    await expect(page.locator('.fl-mining')).toContainText('npm run mine');
    await expect(
      page.locator(`a[href="${folder}/runbooks/community/fake-support-takedown/"]`).first(),
    ).toBeVisible();
  });

  test(`${folder}/mining/ and its pages have no accessibility violation and fit`, async ({ page }) => {
    test.slow();
    await page.goto(`${INTERNAL}${folder}/mining/`);
    const issue = await rows(page).first().getAttribute('id');
    for (const address of ['', 'community/', `${issue}/`]) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${INTERNAL}${folder}/mining/${address}`);
      await expectAccessible(page);
      for (const width of [820, 320, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await expectToFit(page, `${address} at ${width}`);
      }
      await expectAccessible(page, `${address} on a phone`);
    }
  });
}

test('no page of the report asks another origin', async ({ page, context }) => {
  const origins = new Set<string>();
  context.on('request', (request) => origins.add(new URL(request.url()).origin));
  await page.goto(`${INTERNAL}/mining/`, { waitUntil: 'networkidle' });
  await field(page, 'words').fill('card');
  await page.goto(`${INTERNAL}/mining/community/`, { waitUntil: 'networkidle' });
  expect([...origins]).toEqual([INTERNAL]);
});

test('the table comes as a file that spreadsheets read, and the report as one for programs', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/mining/`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href="/mining/issues.csv"]').click(),
  ]);
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(1 + (await rows(page).count()));
  const report = await (await page.request.get(`${INTERNAL}/mining/report.json`)).json();
  expect(report.issues).toHaveLength(await rows(page).count());
  expect((await page.request.get(`${INTERNAL}/mining/lures.csv`)).status()).toBe(404);
});

test('nothing of it is in the public edition', async ({ page }) => {
  for (const { folder } of LANGUAGES)
    for (const address of ['/mining/', '/mining/community/', '/mining/issues.csv', '/mining/report.json'])
      expect((await page.request.get(folder + address)).status(), folder + address).toBe(404);
});
