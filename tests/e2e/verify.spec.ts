import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const SCAM =
  'Hi, this is Firstline support, please visit https://firstIine-wallet.help/verify and contact @firstline_support_team on Telegram or call +44 7700 900123. Our site: help.firstline.example';
const SCAM_CHINESE =
  '您好，您的账户异常，请点击https://firstline.example.login-safe.top请立即处理，客服微信：firstline_kefu01，电话 13800138000。';

const DEMAND = '您的提现被风控，请先向 support@firstline.example 缴纳 20% 保证金，再把助记词发给我核对';

const field = (page: Page) => page.locator('#received');
const answer = (page: Page) => page.locator('.fl-verdict');
const heading = (page: Page) => answer(page).getByRole('heading');
const findings = (page: Page) => answer(page).locator('.fl-findings > li');

for (const path of ['/verify/', '/zh-cn/verify/']) {
  test(`${path} has no accessibility violation, whatever the verdict`, async ({ page }) => {
    test.slow();
    await page.goto(path);
    for (const text of ['', 'help.firstline.example', SCAM, DEMAND, 'https://bit.ly/abc', 'hello', PHRASE]) {
      await field(page).fill(text);
      await expect(answer(page)).toHaveCount(text === '' ? 0 : 1);
      await expectAccessible(page, text);
      await field(page).fill('');
      await expect(answer(page)).toHaveCount(0);
    }
  });

  for (const [size, viewport] of [
    ['a phone', { width: 360, height: 740 }],
    ['a phone at 200 %', { width: 320, height: 370 }],
  ] as const) {
    test(`${path} fits ${size}, with any answer`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(path);
      for (const text of [SCAM, SCAM_CHINESE, PHRASE, `https://${'a'.repeat(60)}.test/${'b'.repeat(400)}`]) {
        await field(page).fill(text);
        await expect(answer(page)).toBeVisible();
        await expectToFit(page, text);
        await field(page).fill('');
        await expect(answer(page)).toHaveCount(0);
      }
    });
  }
}

for (const [path, text, title, wanted] of [
  ['/verify/', 'Your account is locked. Transfer 100 USDT to unlock it.', 'Only a thief asks for this', 1],
  ['/zh-cn/verify/', DEMAND, '只有骗子才会提这种要求', 2],
] as const) {
  test(`${path} says what only a thief would ask for, also under an official address`, async ({ page }) => {
    await page.goto(path);
    await field(page).fill(text);
    await expect(heading(page)).toHaveText(title);
    await expect(answer(page).locator('.fl-verdict-head li')).toHaveCount(wanted);
    // We do say this ourselves, and it is no demand.
    await field(page).fill('We never ask for your recovery phrase. 我们绝不会向你索要助记词。');
    await expect(heading(page)).not.toHaveText(title);
  });
}

test('a whole message is judged by the worst that is in it', async ({ page }) => {
  await page.goto('/verify/');
  await field(page).fill(SCAM);
  await expect(heading(page)).toHaveText('Looks like ours, but is not');
  await expect(findings(page)).toHaveCount(4);
  await expect(findings(page).locator('.fl-chip')).toHaveText([
    'Looks like ours, but is not',
    'Looks like ours, but is not',
    'Not ours',
    'Official',
  ]);
  await expect(findings(page).first().locator('mark')).toHaveText('I');
  await expect(findings(page).first()).toContainText('Character 6: a capital “I” in place of “l”.');
  await expect(findings(page).nth(1)).toContainText('We have no account on Telegram.');
});

test('a Chinese message is judged in Chinese', async ({ page }) => {
  await page.goto('/zh-cn/verify/');
  await field(page).fill(SCAM_CHINESE);
  await expect(heading(page)).toHaveText('看着像我们，其实不是');
  await expect(findings(page).first().locator('mark')).toHaveText('.login-safe.top');
  await expect(findings(page).first()).toContainText('它通向 login-safe.top。');
  await expect(findings(page).nth(1)).toContainText('我们在微信上没有账号。');
});

test('official says what its limit is', async ({ page }) => {
  await page.goto('/verify/');
  await field(page).fill('support@firstline.example');
  await expect(heading(page)).toHaveText('Official');
  await expect(answer(page)).toContainText('a sender can be forged');
  await expect(answer(page).getByRole('link')).toHaveAttribute('href', '/contact/');
});

test('a text without anything to check says what can be checked', async ({ page }) => {
  await page.goto('/verify/');
  await field(page).fill('Hello, this is Firstline support');
  await expect(heading(page)).toHaveText('Nothing to check yet');
  await expect(answer(page)).toContainText('name@example.com');
});

test('what was pasted is never markup and never a link', async ({ page }) => {
  const messages: string[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => messages.push(dialog.message())));
  await page.goto('/verify/');
  await field(page).fill(
    'https://evil.test/<img/src=x/onerror=alert(1)> "><script>alert(2)</script> @<b>firstline</b>',
  );
  await expect(heading(page)).toBeVisible();
  await expect(answer(page).locator('img, script, b')).toHaveCount(0);
  for (const link of await answer(page).getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^\/(?:contact|security)\//);
  }
  expect(messages).toEqual([]);
});

test('a recovery phrase is neither judged nor shown, and is cleared on one press', async ({ page }) => {
  await page.goto('/verify/');
  await field(page).fill(`${PHRASE} https://firstline-help.test`);
  await expect(heading(page)).toHaveText('Do not paste this anywhere');
  await expect(findings(page)).toHaveCount(0);
  await expect(page.locator('fl-verify .fl-answer, fl-verify .fl-status').first()).not.toContainText(
    'winner',
  );
  await expect(answer(page).getByRole('link')).toHaveAttribute('href', '/security/recovery-phrase-exposed/');
  await page.getByRole('button', { name: 'Clear the field' }).click();
  await expect(field(page)).toHaveValue('');
  await expect(answer(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});

test('it works by keyboard, and is announced once', async ({ page }) => {
  await page.goto('/verify/');
  const announced = await page.locator('fl-verify [role=status]').evaluateHandle((element) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(element.textContent)).observe(element, { childList: true });
    return seen;
  });
  await field(page).focus();
  await page.keyboard.insertText('https://firstline-help.test and https://evil.test');
  await expect(findings(page)).toHaveCount(2);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  expect(await announced.jsonValue()).toEqual(['Looks like ours, but is not. 2 things checked.']);
});

test('nothing is sent, stored or put into the address', async ({ page, context }) => {
  await page.goto('/verify/', { waitUntil: 'networkidle' });
  const before = await stored(page);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  for (const text of [SCAM, SCAM_CHINESE, PHRASE, 'hello', 'support@firstline.example']) {
    await field(page).pressSequentially(text.slice(0, 40));
    await field(page).fill(text);
    await expect(answer(page)).toBeVisible();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(answer(page)).toHaveCount(0);
  }
  await field(page).fill(SCAM);
  await expect(heading(page)).toBeVisible();
  expect(requests).toEqual([]);
  expect(await stored(page)).toEqual(before);
  expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe(
    '/verify/',
  );
});

test('without JavaScript the list is there to compare with', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  for (const [path, none] of [
    ['/verify/', 'None on Telegram'],
    ['/zh-cn/verify/', '从不给你打电话'],
  ] as const) {
    await page.goto(path);
    await expect(field(page)).toBeHidden();
    await expect(page.getByText(/JavaScript/)).toBeVisible();
    const table = page.getByRole('table');
    for (const text of ['help.firstline.example', 'support@firstline.example', none]) {
      await expect(table).toContainText(text);
    }
  }
  await context.close();
});

/** Everything that a page can keep in a browser. */
async function stored(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
}
