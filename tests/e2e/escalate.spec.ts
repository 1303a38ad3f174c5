import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';
import { HAND_OVER_KEY } from '../../src/core/operations/handOver.ts';

/** The internal edition: see playwright.config.ts. */
const INTERNAL = 'http://localhost:4332';
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const HASH = `0x${'9c'.repeat(32)}`;

const field = (page: Page, name: string) => page.locator(`fl-escalate [name="${name}"]`);
const output = (page: Page) => page.locator('.fl-output');
const missing = (page: Page) => page.locator('.fl-missing');

/** Everything that engineering asks. */
const ANSWERS: Readonly<Record<string, string>> = {
  summary: 'Swap quote expires at once on Polygon since 5.8.1',
  ticket: '#4711',
  actual: 'The quote runs out before Confirm can be pressed',
  expected: 'It is valid for 30 seconds',
  affected: 'Whoever swaps on Polygon',
  customers: '11',
  firstSeen: '2026-01-15T19:42:10',
  reproduction: 'Open Swap\nChoose USDC to POL',
  environment: 'App 5.8.1, iPhone 15, iOS 19.1',
  hash: HASH,
  tried: 'Another phone',
  ask: 'Confirm the cause',
  contact: 'Ming, until 18:00 UTC',
};

async function fillIn(page: Page): Promise<void> {
  for (const [name, text] of Object.entries(ANSWERS)) await field(page, name).fill(text);
  await field(page, 'customerLanguage').selectOption('zh-CN');
  await field(page, 'layer').selectOption('backend');
  await field(page, 'network').selectOption('polygon');
  await page.locator('[name="reason"][value="several-notice"]').check();
}

for (const path of ['/desk/escalate/', '/zh-cn/desk/escalate/']) {
  test(`${path} has no accessibility violation, empty and full, and fits a phone`, async ({ page }) => {
    test.slow();
    await page.goto(INTERNAL + path);
    for (const step of [async () => undefined, () => fillIn(page), () => field(page, 'tried').fill(PHRASE)]) {
      await step();
      await page.locator('h1').click();
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await field(page, 'logs').fill(`ERROR ${'x'.repeat(400)}`);
    await expect(output(page)).toContainText('Polygon');
    await expectToFit(page);
  });
}

test('says what is missing before it lets go, sends nothing, and prints the escalation alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${INTERNAL}/desk/escalate/`, { waitUntil: 'networkidle' });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await expect(missing(page)).toContainText('things are missing');
  await page.getByRole('button', { name: 'Copy' }).focus();
  await page.keyboard.press('Enter');
  await expect(missing(page).getByRole('heading')).toBeFocused();
  await missing(page).getByRole('link', { name: 'Layer' }).click();
  await expect(field(page, 'layer')).toBeFocused();
  // From a field that was just filled in, too: the list is made anew, and the link stays where it is.
  await field(page, 'ticket').focus();
  await page.keyboard.type('#4711');
  await missing(page).getByRole('link', { name: 'Expected' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'expected')).toBeFocused();
  await fillIn(page);
  await expect(missing(page)).toContainText('Complete');
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('h1. \\[sev3\\] \\[backend\\] Swap quote expires at once on Polygon');
  expect(copied).toContain(`[https://polygonscan.com/tx/${HASH}]`);
  expect(requests).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(output(page)).toBeVisible();
  for (const part of ['.fl-bar', '.fl-missing', '.fl-ask', '.fl-agent-menu'])
    await expect(page.locator(part)).toBeHidden();
});

test('each format has its own signs, and the team its language', async ({ page }) => {
  await page.goto(`${INTERNAL}/zh-cn/desk/escalate/`);
  await fillIn(page);
  await page.getByRole('radio', { name: 'Markdown' }).check();
  await expect(output(page)).toContainText('## What happens');
  await page.getByRole('radio', { name: 'Slack' }).check();
  await expect(output(page)).toContainText('*What happens*');
  await page.getByRole('radio', { name: '纯文本' }).check();
  await expect(output(page)).toContainText('== What happens ==');
  await page.getByRole('radio', { name: '合规团队' }).check();
  await expect(output(page)).toContainText('== 事实 ==');
  await expect(output(page)).toContainText('用户的语言: 简体中文');
});

test('a level says what it means, one below the facts needs a reason, and one that goes elsewhere is said', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/desk/escalate/`);
  const meaning = page.locator('#severity-meaning');
  await expect(meaning).toBeEmpty();
  await fillIn(page);
  await expect(meaning).toHaveText('sev3: Partly degraded, a workaround exists, funds are not at risk.');
  await field(page, 'severity').selectOption('sev4');
  await expect(meaning).toHaveText('sev4: Cosmetic, or single customers.');
  await expect(missing(page)).toContainText('the facts give sev3');
  await field(page, 'severityNote').fill('Counted again: one customer');
  await expect(missing(page)).toContainText('Complete');
  await page.locator('[name="reason"][value="keys-funds-data"]').check();
  await field(page, 'severity').selectOption('');
  await expect(missing(page)).toContainText('Declare it first');
  await expect(missing(page).locator('code')).toHaveText(
    'npm run incident -- open --severity sev1 --layer backend',
  );
  await expect(meaning).toHaveText(/^sev1: Keys, funds or personal data at risk/);
});

test('a pasted log is redacted and trimmed around its error', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${INTERNAL}/desk/escalate/`);
  const quiet = Array.from({ length: 300 }, (_, i) => `12:00 INFO request ${i}`).join('\n');
  const log = `${quiet}\njava.io.IOException: reset for jo@mail.example\n\tat com.x.Net.read(Net.kt:10)\nseed: ${PHRASE}\n${quiet}`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), log);
  await field(page, 'logs').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(field(page, 'logs')).toHaveValue(/290 lines left out[\s\S]*IOException: reset for \[email\]/);
  await expect(field(page, 'logs')).not.toHaveValue(/sausage/);
  await expect(page.locator('[data-note="logs"]')).toContainText('The first error is in line 301 of 603.');
  await expect(page.locator('[data-note="logs"]').getByRole('link')).toHaveAttribute(
    'href',
    '/security/recovery-phrase-exposed/',
  );
});

test('a draft survives a reload and the other language; a secret is kept nowhere', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/escalate/`);
  await field(page, 'tried').fill(`The customer sent ${PHRASE}`);
  await expect(field(page, 'tried')).toHaveValue(/\[recovery-phrase\]/);
  await field(page, 'ticket').fill('#4711');
  await page.reload();
  await expect(field(page, 'ticket')).toHaveValue('#4711');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).toContain('#4711');
  expect(kept).not.toMatch(/sausage|winner/);
  await page.goto(`${INTERNAL}/zh-cn/desk/escalate/`);
  await expect(field(page, 'ticket')).toHaveValue('#4711');
  await page.getByRole('button', { name: '重新开始' }).click();
  await page.getByRole('button', { name: '再按一次' }).click();
  await expect(field(page, 'ticket')).toHaveValue('');
});

test('what was handed over fills it in, once, and is never markup', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/escalate/`);
  await page.evaluate(
    ([key, json]) => sessionStorage.setItem(key!, json!),
    [
      HAND_OVER_KEY,
      JSON.stringify({
        summary: 'Card declined <img src=x onerror=alert(1)>',
        layer: 'provider',
        steps: ['Is the card frozen? No'],
        identifiers: [{ kind: 'last-four', value: '1234' }],
        articles: ['card/card-declined'],
        language: 'zh-CN',
      }),
    ],
  );
  await page.reload();
  await expect(field(page, 'summary')).toHaveValue('Card declined <img src=x onerror=alert(1)>');
  await expect(field(page, 'layer')).toHaveValue('provider');
  await expect(field(page, 'customerLanguage')).toHaveValue('zh-CN');
  await expect(field(page, 'environment')).toHaveValue('Card ends in: 1234');
  await expect(output(page)).toContainText('/card/card-declined/');
  await expect(page.locator('fl-escalate img')).toHaveCount(0);
  await field(page, 'summary').fill('Changed by the agent');
  await page.reload();
  await expect(field(page, 'summary')).toHaveValue('Changed by the agent');
});

/** What a Chinese triage leaves for an English team. */
const HANDED = {
  summary: '刷卡被拒：adapter 拒错了',
  steps: ['有授权记录吗？有'],
  actual: 'adapter 拒错了',
  because: '按排查结果：adapter 拒错了',
  words: {
    en: {
      summary: 'A card payment was declined: Our adapter declined wrongly',
      steps: ['Is there an authorisation? Yes'],
      actual: 'Our adapter declined wrongly',
      because: 'By triage: Our adapter declined wrongly',
    },
    'zh-CN': {
      summary: '刷卡被拒：adapter 拒错了',
      steps: ['有授权记录吗？有'],
      actual: 'adapter 拒错了',
      because: '按排查结果：adapter 拒错了',
    },
  },
  layer: 'backend',
  severity: 'sev4',
  team: 'engineering',
  identifiers: [{ kind: 'last-four', value: '1234' }],
  articles: ['card/card-declined', 'runbooks/escalation/engineering'],
  language: 'zh-CN',
};
async function handOver(page: Page, path = '/desk/escalate/'): Promise<void> {
  await page.evaluate(
    ([key, json]) => sessionStorage.setItem(key!, json!),
    [HAND_OVER_KEY, JSON.stringify(HANDED)],
  );
  await page.goto(INTERNAL + path);
}

test('a case that was handed over is in the language of the team, with links that it can open', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${INTERNAL}/zh-cn/desk/escalate/`);
  await handOver(page, '/zh-cn/desk/escalate/');
  await expect(field(page, 'summary')).toHaveValue(HANDED.words.en.summary);
  await expect(field(page, 'tried')).toHaveValue('Is there an authorisation? Yes');
  await expect(field(page, 'environment')).toHaveValue('Card ends in: 1234');
  await expect(field(page, 'articles')).toHaveValue(
    `https://help.firstline.example/a/card/card-declined/\n${INTERNAL}/a/runbooks/escalation/engineering/`,
  );
  // The level and its reason are the walk's; the first thing that nobody knows yet is asked.
  await expect(missing(page)).not.toContainText('级别');
  await expect(field(page, 'ticket')).toBeFocused();
  await page.getByRole('radio', { name: '合规团队' }).check();
  await expect(field(page, 'tried')).toHaveValue('有授权记录吗？有');
  await page.getByRole('radio', { name: '工程团队' }).check();
  await expect(field(page, 'tried')).toHaveValue('Is there an authorisation? Yes');
  for (const name of ['ticket', 'expected', 'affected', 'customers', 'firstSeen', 'reproduction', 'hash'])
    await field(page, name).fill(ANSWERS[name]!);
  for (const name of ['ask', 'contact']) await field(page, name).fill(ANSWERS[name]!);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.fl-status')).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '*Reason for the level:* By triage: Our adapter declined wrongly',
  );
});

test('a draft that a hand-over took the place of can be had back', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/escalate/`);
  await field(page, 'ticket').fill('#4711');
  await field(page, 'summary').fill('Half an hour of work on Polygon');
  await expect(output(page)).toContainText('Half an hour');
  await handOver(page);
  await expect(field(page, 'summary')).toHaveValue(HANDED.words.en.summary);
  // Handed over again, untouched: the draft that somebody wrote is still the one put aside.
  await handOver(page);
  await page.getByRole('button', { name: 'Back to your earlier draft' }).click();
  await expect(field(page, 'summary')).toHaveValue('Half an hour of work on Polygon');
  await expect(field(page, 'ticket')).toHaveValue('#4711');
  await page.getByRole('button', { name: 'Back to your earlier draft' }).click();
  await expect(field(page, 'summary')).toHaveValue(HANDED.words.en.summary);
});

test('what is missing stands in the order of the form, and Copy is always in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${INTERNAL}/desk/escalate/`);
  await fillIn(page);
  await field(page, 'logs').fill(`ERROR ${'x '.repeat(400)}`);
  await page.evaluate(() => scrollTo(0, 900));
  await expect(page.getByRole('button', { name: 'Copy' })).toBeInViewport({ ratio: 1 });
  for (const name of ['ask', 'actual', 'ticket', 'tried']) await field(page, name).fill('');
  const form = await page.locator('fl-escalate form [name]').evaluateAll((all) => all.map(({ id }) => id));
  await expect(missing(page).locator('a')).toHaveCount(4);
  const asked = await missing(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)));
  expect(asked).toEqual(asked.toSorted((a, b) => form.indexOf(a) - form.indexOf(b)));
  expect(form.indexOf('actual')).toBeLessThan(form.indexOf('doesNotHappen'));
});

test('a log of megabytes is trimmed at once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${INTERNAL}/desk/escalate/`);
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      `${'12:00 INFO request\n'.repeat(100_000)}ERROR boom\n${'QUJD'.repeat(300_000)}`,
    ),
  );
  await field(page, 'logs').focus();
  const started = Date.now();
  await page.keyboard.press('Control+V');
  await expect(page.locator('[data-note="logs"]')).toContainText('line 100001');
  await page.keyboard.type('abc');
  expect(Date.now() - started).toBeLessThan(8_000);
});

test('is not in the public edition', async ({ page }) => {
  const response = await page.goto('/desk/escalate/');
  expect(response?.status()).toBe(404);
});
