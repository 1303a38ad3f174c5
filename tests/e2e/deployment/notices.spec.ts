import { expect } from '@playwright/test';
import { expectAccessible } from '../../helpers/accessibility.ts';
import { test } from '../../helpers/deploymentTest.ts';

test('readers are told of a translation left behind, an unfinished page and an overdue check', async ({
  page,
  deployment: { publicOrigin: origin },
}) => {
  test.setTimeout(120_000);
  const notice = page.locator('[data-notice]');
  await page.goto(`${origin}/zh-cn/wallet/bridge-delayed/`);
  await expect(notice).toHaveText(/英文版又有改动，以英文版为准：\s*为什么会这样。/);
  await expectAccessible(page);
  await notice.getByRole('link', { name: '为什么会这样' }).click();
  await expect(page).toHaveURL(`${origin}/wallet/bridge-delayed/#why-this-happens`);
  await expect(notice).toHaveCount(0);

  for (const [address, kind] of [
    ['/wallet/address-changed/', 'work-in-progress'],
    ['/zh-cn/wallet/address-changed/', 'work-in-progress'],
    ['/security/address-poisoning/', 'review-overdue'],
    ['/zh-cn/security/address-poisoning/', 'review-overdue'],
  ] as const) {
    await page.goto(origin + address);
    await expect(notice).toHaveCount(1);
    await expect(notice).toHaveAttribute('data-notice', kind);
    await expect(notice.getByRole('link')).toHaveAttribute(
      'href',
      address.startsWith('/zh-cn') ? '/zh-cn/contact/' : '/contact/',
    );
    await expectAccessible(page);
  }
  // An ordinary article whose check is late is not commented on.
  await page.goto(`${origin}/wallet/insufficient-gas/`);
  await expect(notice).toHaveCount(0);
});
