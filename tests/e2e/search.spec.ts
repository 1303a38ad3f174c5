import { expect, test } from '@playwright/test';

/** Golden queries: what a person types, and the page that must be among the first results. */
const GOLDEN = [
  ['/', 'pending', '/wallet/pending-transaction/'],
  ['/', '3DS', '/card/three-d-secure/'],
  ['/', 'declined', '/card/card-declined/'],
  ['/', 'wrong network', '/wallet/wrong-network/'],
  ['/', 'recovery phrase', '/wallet/restore-from-recovery-phrase/'],
  ['/', 'fake support', '/security/phishing-and-fake-support/'],
  ['/', 'insufficient gas', '/wallet/insufficient-gas/'],
  ['/zh-cn/', '助记词', '/zh-cn/wallet/restore-from-recovery-phrase/'],
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
    const results = dialog.locator('.pagefind-ui__result-link');
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
