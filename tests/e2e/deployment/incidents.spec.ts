import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { built } from '../../helpers/deployment.ts';
import { test } from '../../helpers/deploymentTest.ts';
import { INCIDENT } from '../../helpers/incidents.ts';

test.use({ javaScriptEnabled: false });

test('without JavaScript it is what was known when the site was built', async ({
  page,
  deployment: { publicOrigin },
}) => {
  const feed = await readFile(built('dist', 'zh-cn/status/feed.xml'), 'utf8');
  expect(feed).toContain(`【正在排查】${INCIDENT['zh-CN']}`);

  for (const { folder, title } of [
    { folder: '/', title: INCIDENT.en },
    { folder: '/zh-cn/', title: INCIDENT['zh-CN'] },
  ]) {
    const notices = page.locator('.fl-notice');
    await page.goto(`${publicOrigin}${folder}wallet/wrong-network/`);
    await expect(notices).toHaveCount(1);
    await expect(notices).toContainText(title);
    await expect(notices.getByRole('button')).toHaveCount(0);
    await page.goto(`${publicOrigin}${folder}status/`);
    await expect(page.locator('.fl-current > .fl-incident')).toHaveCount(1);
    await expect(page.locator('.fl-month .fl-incident')).toHaveCount(2);
    await expect(page.locator('.fl-month')).toHaveCount(2);
  }
});
