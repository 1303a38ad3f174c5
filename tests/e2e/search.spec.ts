import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** Golden queries: what a person types, and the page that must be among the first results. */
const GOLDEN = [
  ['/', 'pending', '/wallet/pending-transaction/'],
  ['/', '3DS', '/card/three-d-secure/'],
  ['/', 'declined', '/card/card-declined/'],
  ['/', 'wrong network', '/wallet/wrong-network/'],
  ['/', 'recovery phrase', '/wallet/backup-recovery-phrase/'],
  ['/', 'fake support', '/security/phishing-and-fake-support/'],
  ['/', 'insufficient gas', '/wallet/insufficient-gas/'],
  ['/zh-cn/', '助记词', '/zh-cn/wallet/backup-recovery-phrase/'],
  ['/zh-cn/', '转账未到账', '/zh-cn/wallet/incoming-transfer-missing/'],
  ['/zh-cn/', '币没有到账', '/zh-cn/wallet/incoming-transfer-missing/'],
  ['/zh-cn/', '矿工费', '/zh-cn/wallet/insufficient-gas/'],
  ['/zh-cn/', '假客服', '/zh-cn/security/phishing-and-fake-support/'],
  ['/zh-cn/', '验证码', '/zh-cn/card/three-d-secure/'],
  ['/zh-cn/', '3DS', '/zh-cn/card/three-d-secure/'],
  ['/zh-cn/', '选错网络', '/zh-cn/wallet/wrong-network/'],
  ['/zh-cn/', 'pending', '/zh-cn/wallet/pending-transaction/'],
] as const;

for (const [home, query, expected] of GOLDEN) {
  test(`${home} finds ${expected} for “${query}”`, async ({ page }) => {
    await page.goto(home);
    await page.locator('.fl-search').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(query);
    const results = dialog.locator('fl-answers li a, .pagefind-ui__result-link');
    await expect(results.first()).toBeVisible();
    // A page comes with its sections; three pages are what a phone shows.
    const pages = async (): Promise<string[]> => {
      const paths = await results.evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
      return [...new Set(paths)].slice(0, 3);
    };
    await expect.poll(pages).toContain(expected);
  });
}

/** In people's own words: no page has them all. */
const ASKED = [
  ['/', 'my card got swallowed by the machine', '/card/atm-withdrawal/'],
  ['/', 'i sent usdt on the wrong chain', '/wallet/wrong-network/'],
  ['/zh-cn/', '转错链了怎么办', '/zh-cn/wallet/wrong-network/'],
  ['/zh-cn/', '钱转出去半天对方没收到', '/zh-cn/wallet/pending-transaction/'],
  ['/zh-cn/', '住记词丢了', '/zh-cn/wallet/lost-recovery-phrase/'],
] as const;

for (const [home, query, expected] of ASKED) {
  test(`${home} answers “${query}” with ${expected}, above the pages`, async ({ page }) => {
    await page.goto(home);
    await page.locator('.fl-search').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(query);
    const answers = dialog.locator('fl-answers li a');
    const paths = (): Promise<string[]> =>
      answers.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    await expect.poll(async () => (await paths()).slice(0, 3)).toContain(expected);
    // Past the field's own button.
    await dialog.getByRole('textbox').press('Tab');
    await page.keyboard.press('Tab');
    await expect(dialog.locator('fl-answers li a:focus')).toHaveCount(1);
    expect((await new AxeBuilder({ page }).include('site-search').analyze()).violations).toEqual([]);
  });
}

test('a recovery phrase that is pasted into the search is neither searched for nor shown', async ({
  page,
}) => {
  const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
  await page.goto('/');
  await page.locator('.fl-search').click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox');
  await field.fill('pending');
  await expect(dialog.locator('.pagefind-ui__result-link').first()).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await field.fill(phrase);
  await expect(dialog.getByRole('alert')).toContainText('not searched for');
  await expect(field).toHaveValue('');
  await expect(dialog).not.toContainText(/legal|winner|sausage/);
  await expect(dialog.locator('.pagefind-ui__result-link')).toHaveCount(0);
  expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
});
