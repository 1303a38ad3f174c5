import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

const INTERNAL = 'http://localhost:4332';
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const CHINESE =
  '你好，昨天朋友用TRC20给我转了500U，他那边显示成功了，但是我的钱包里一直没到账，等了一晚上了，怎么回事？';
const ENGLISH = 'Hi, my card was declined at a hotel yesterday although there is enough money on it. Why?';
const HOSTILE =
  'My card was declined at a hotel yesterday <img src=x onerror="alert(1)"><script>alert(2)</script> [x](javascript:alert(3)) </textarea><b>hi</b>';

const box = (page: Page) => page.locator('#ticket');
const cards = (page: Page) => page.locator('.fl-card');
const chosen = (page: Page) => page.locator('.fl-card:has(.fl-choose[aria-pressed=true])');
const status = (page: Page) => page.locator('.fl-status');
const replyText = (page: Page) => page.locator('#reply-text');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** What the index says by meaning, and not by words alone, which comes first. */
async function settled(page: Page): Promise<void> {
  // A busy machine takes its time over the model.
  await expect(page.locator('.fl-said')).toHaveText(/^\d+ (?:articles?|篇文章)$/, { timeout: 12_000 });
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const path of ['/desk/', '/zh-cn/desk/']) {
  test(`${path} has no accessibility violation, and fits a phone`, async ({ page }) => {
    test.slow();
    const check = async (what: string) => {
      await expectAccessible(page, what);
      const size = page.viewportSize()!;
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 740 });
        await expectToFit(page, `${what}, ${width} px`);
      }
      await page.setViewportSize(size);
    };
    await page.goto(INTERNAL + path);
    await check('empty');
    await box(page).fill(`${CHINESE} ${PHRASE} ${'x'.repeat(90)}`);
    await settled(page);
    await check('with articles and a warning');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await expect(replyText(page)).toBeVisible();
    await check('with a reply');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await check('keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await expect(page.locator('dialog[open]')).toBeVisible();
    await check('flag');
  });
}

test('from a pasted Chinese ticket to a Chinese reply with the right link, without a mouse', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/zh-cn/desk/`);
  await expect(box(page)).toBeFocused();
  await page.evaluate((ticket) => navigator.clipboard.writeText(ticket), CHINESE);
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  const started = Date.now();
  await press('Control+V');
  await settled(page);
  await expect(chosen(page)).toHaveAttribute('data-slug', 'wallet/incoming-transfer-missing');
  await press('Escape');
  await press('r');
  await expect(replyText(page)).toBeFocused();
  await press('Control+Enter');
  await expect(status(page)).toHaveText('回复已复制（文本）');
  const reply = await clipboard(page);
  const tookMs = Date.now() - started;
  console.log(`${pressed.length} key presses (${pressed.join(', ')}), ${tookMs} ms`);
  expect(pressed.length).toBeLessThanOrEqual(5);
  // It hides nothing from whoever goes to what lies below it.
  await page.locator('header').getByRole('button').first().focus();
  await expect(status(page)).toBeEmpty({ timeout: 2_000 });
  expect(reply).toMatch(/^你好，/);
  expect(reply).toContain('https://help.firstline.example/a/wallet/incoming-transfer-missing/#zh-cn');
  expect(reply).toContain('Firstline 钱包客服');
  expect(reply).not.toMatch(/[{}]/);
});

test('an English ticket on the Chinese desk gets an English reply and both links, and nothing leaves the browser', async ({
  page,
  context,
}) => {
  await page.goto(`${INTERNAL}/zh-cn/desk/`);
  await box(page).fill(ENGLISH);
  await settled(page);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const first = chosen(page);
  await expect(first).toHaveAttribute('data-slug', 'card/card-declined');
  await expect(first.getByRole('heading')).toContainText('刷卡被拒');
  await expect(first.getByRole('link', { name: '英文' })).toHaveAttribute(
    'href',
    '/a/card/card-declined/#en',
  );
  await expect(first.getByRole('link', { name: '中文' })).toHaveAttribute(
    'href',
    '/a/card/card-declined/#zh-cn',
  );
  await expect(first).toContainText('相同的词：');
  await expect(first).toContainText(/可能性 \d+%/);
  await expect(first).toContainText(/核对过/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(status(page)).toContainText('链接已复制');
  expect(await clipboard(page)).toBe('https://help.firstline.example/a/card/card-declined/#en');
  await page.keyboard.press('m');
  await expect(status(page)).toContainText('Markdown');
  expect(await clipboard(page)).toBe(
    '[My card payment was declined](https://help.firstline.example/a/card/card-declined/#en)',
  );
  await page.keyboard.press('l');
  await page.keyboard.press('r');
  await expect(replyText(page)).toHaveValue(/^你好，/);
  await expect(replyText(page)).toHaveAttribute('lang', 'zh-CN');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveText('回复已复制（文本）');
  await box(page).fill(CHINESE);
  await settled(page);
  expect(requests).toEqual([]);
});

test('keys choose, leave and can be switched off', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/`);
  await box(page).fill(ENGLISH);
  await settled(page);
  await page.keyboard.press('2');
  await expect(box(page)).toHaveValue(`${ENGLISH}2`);
  await page.keyboard.press('Escape');
  await expect(cards(page).nth(0).locator('.fl-choose')).toBeFocused();
  await page.keyboard.press('2');
  await expect(cards(page).nth(1).locator('.fl-choose')).toBeFocused();
  await expect(cards(page).nth(1).locator('.fl-choose')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toBeVisible();
  await keys.getByLabel('Single keys are on').uncheck();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('/');
  await expect(box(page)).not.toBeFocused();
  await page.reload();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
  await page.getByRole('button', { name: 'Keys' }).click();
  await keys.getByLabel('Single keys are on').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(box(page)).toBeFocused();
});

test('a secret is taken out before anything else sees it, and is kept nowhere', async ({ page, context }) => {
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
  await page.goto(`${INTERNAL}/desk/`);
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `my words: ${PHRASE}. Is my money safe?`,
  );
  await page.keyboard.press('Control+V');
  await expect(box(page)).toHaveValue('my words: [recovery-phrase]. Is my money safe?');
  const warning = page.getByRole('alert');
  await expect(warning).toContainText('Taken out of the text: a recovery phrase');
  await expect(warning.getByRole('link')).toHaveAttribute('href', '/security/recovery-phrase-exposed/');
  await settled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await replyText(page).fill(`Words: ${PHRASE}. 谢谢`);
  await expect(replyText(page)).toHaveValue('Words: [recovery-phrase]. 谢谢');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/sausage|winner/);
  expect(kept).not.toContain('money');
  expect(requests.join('\n')).not.toMatch(/sausage|winner|money/);
});

test('a bookmarklet’s text arrives, leaves the address at once, and never becomes HTML', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => dialogs.push(dialog.message())));
  await page.goto(`${INTERNAL}/desk/`);
  const bookmarklet = await page.locator('.fl-bookmarklet').getAttribute('href');
  expect(decodeURIComponent(bookmarklet!)).toContain(`"${INTERNAL}/desk/#text="+encodeURIComponent(`);

  await page.goto('about:blank');
  await page.goto(`${INTERNAL}/desk/#text=${encodeURIComponent(HOSTILE)}`);
  await expect(box(page)).toHaveValue(HOSTILE);
  expect(page.url()).toBe(`${INTERNAL}/desk/`);
  await settled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await replyText(page).fill(`${HOSTILE}\n\n${HOSTILE}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy formatted (HTML)' }).click();
  await expect(status(page)).toHaveText('Reply copied with its formatting');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).not.toMatch(/<img|<script|<b>|href="javascript/);
  expect(html).toContain('&lt;img');
  await page.keyboard.press('f');
  await expect(page.locator('dialog pre')).toContainText('onerror');
  await page.keyboard.press('Escape');
  await expect(
    page.locator('fl-desk :is(img, b, script:not([type="application/json"], [type=module]))'),
  ).toHaveCount(0);
  expect(dialogs).toEqual([]);
  // A second one, while the desk is open.
  await page.evaluate(() => (location.hash = '#text=my%20pin%20is%20blocked'));
  await expect(box(page)).toHaveValue('my pin is blocked');
  expect(page.url()).toBe(`${INTERNAL}/desk/`);
});

test('a reply asks for what is missing, takes only what fits, and keeps what the agent changed', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/desk/#reply=refund-missing`);
  expect(page.url()).toBe(`${INTERNAL}/desk/`);
  const day = page.getByLabel('Day of the refund');
  await expect(day).toBeFocused();
  await expect(replyText(page)).toHaveValue(/A refund on \{refundDate\} usually/);
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveText('Fill in first: Day of the refund');
  await day.fill('2026-11-05');
  await expect(replyText(page)).toHaveValue(/A refund on 5 November 2026 usually/);
  await replyText(page).fill(
    `Dear Jo,\n\n${(await replyText(page).inputValue()).replace(/^Hello,\n\n/, '')}`,
  );
  await expect(page.getByText('Your changes are kept until the next ticket.')).toBeVisible();
  // Another reply and back, another language and back.
  const which = page.getByLabel('Which reply');
  const own = await which.inputValue();
  await which.selectOption({ index: (await which.locator('option').count()) - 1 });
  await expect(replyText(page)).not.toHaveValue(/Dear Jo/);
  await which.selectOption(own);
  await expect(replyText(page)).toHaveValue(/^Dear Jo,/);
  await replyText(page).press('Control+Enter');
  await expect(status(page)).toHaveText('Reply copied as text');
  expect(await clipboard(page)).toMatch(/^Dear Jo,[\s\S]*\/a\/card\/refund-not-received\/#en/);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(replyText(page)).toHaveValue(/^Hello,/);
});

test('an article is flagged as Markdown, with the ticket redacted', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/`);
  await box(page).fill(
    'I am at jane.miller@mail.test. My card was declined at a hotel, the menu in your article is gone.',
  );
  await settled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Flag an article' });
  await expect(dialog).toContainText('Article: My card payment was declined');
  await dialog.getByLabel('It is out of date').check();
  await dialog.getByLabel('What would be right? (optional)').fill('The menu is called Limits now.');
  await dialog.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Markdown copied');
  const markdown = await clipboard(page);
  expect(markdown).toContain('# Out of date: card/card-declined (en)');
  expect(markdown).toContain('The menu is called Limits now.');
  expect(markdown).toContain('[email]');
  expect(markdown).not.toContain('jane.miller');
});

test('what was linked is counted without a word of the ticket, and exported', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/`);
  for (const ticket of [ENGLISH, CHINESE, 'I forgot my passcode and cannot unlock the app']) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await box(page).fill(ticket);
    await settled(page);
    await page.keyboard.press('Escape');
    if (ticket !== CHINESE) {
      await page.keyboard.press('c');
      await expect(status(page)).toContainText('Link copied');
      // The same link again for the same ticket counts once.
      await page.keyboard.press('m');
      await expect(status(page)).toContainText('Markdown');
    }
  }
  await page.getByText('What you linked').click();
  await expect(page.locator('.fl-totals')).toContainText('2 of 3 tickets got a link (67%); 2 links in all');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const csv = (await (await download.createReadStream()).toArray()).join('');
  // With a mark, so that Excel reads it as UTF-8.
  expect(csv).toMatch(/^\uFEFFday,language,what,article,count\r\n/);
  const rows = csv.trim().split('\r\n');
  expect(
    rows
      .slice(1)
      .map((row) => row.replace(/^[\d-]+,/, ''))
      .sort(),
  ).toEqual([
    'en,links,card/card-declined,1',
    'en,links,security/passcode-and-biometrics,1',
    'en,tickets with a link,,2',
    'en,tickets,,2',
    'zh-CN,tickets with a link,,0',
    'zh-CN,tickets,,1',
  ]);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toMatch(/hotel|passcode and|到账/);
});

test('a case is in the reply that says its hash, and in the escalation, without its secrets', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/desk/`);
  // A reply that says the hash comes before one that asks for it.
  await box(page).fill(`I sent USDT 0x${'ab12'.repeat(16)} and it is still pending, nothing arrived`);
  await settled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(page.locator('#reply-hash')).toHaveValue(`0x${'ab12'.repeat(16)}`);
  await box(page).fill('');
  await box(page).fill(`My transfer 0x${'ab12'.repeat(16)} is stuck. ${PHRASE}`);
  await settled(page);
  await page.keyboard.press('Escape');
  // Left for the next page, and read before that page takes it.
  await page.route('**/desk/escalate/', (route) =>
    route.fulfill({ body: 'there', contentType: 'text/html' }),
  );
  await page.keyboard.press('e');
  await page.waitForURL('**/desk/escalate/');
  const left = await page.evaluate(() => sessionStorage.getItem('firstline.escalation.prefill'));
  const { summary, identifiers, articles, language } = JSON.parse(left!) as Record<string, unknown>;
  expect(String(summary)).toContain('is stuck');
  expect(identifiers).toEqual([{ kind: 'hash', value: `0x${'ab12'.repeat(16)}` }]);
  expect(articles).toHaveLength(1);
  expect(language).toBe('en');
  expect(left).not.toMatch(/sausage/);
});

/** An incident as /status.json has it. */
function incident(id: string, audience: 'public' | 'internal') {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  return {
    id,
    impact: 'major',
    status: 'identified',
    title: { en: 'swaps on BNB Smart Chain are delayed', 'zh-CN': 'BNB Smart Chain 上的兑换变慢' },
    components: [{ id: 'swaps', name: { en: 'Swaps', 'zh-CN': '兑换' } }],
    regions: [],
    languages: [],
    started: ago(50),
    updated: ago(12),
    expires: ago(-600),
    updates: [{ at: ago(12), status: 'identified', text: { en: 'x', 'zh-CN': 'x' } }],
    match: {
      articles: ['wallet/swap-failed'],
      networks: ['bsc'],
      words: { en: ['swap*'], 'zh-CN': ['兑换'] },
    },
    internal: { audience, severity: 'sev2' },
  };
}
async function withIncidents(page: Page, incidents: readonly unknown[]): Promise<void> {
  const status = { version: 1, generated: new Date().toISOString(), incidents };
  await page.route('**/status.json', (route) => route.fulfill({ json: status }));
}
const SWAP = '我在 BSC 上兑换一直不成功，怎么回事？';

test('a known incident stands first, and what the customer is told is one key away', async ({ page }) => {
  await withIncidents(page, [incident('2026-11-21-swaps', 'public')]);
  await page.goto(`${INTERNAL}/desk/`);
  await box(page).fill(ENGLISH);
  await settled(page);
  await expect(page.locator('.fl-known')).toBeEmpty();
  await box(page).fill(SWAP);
  await settled(page);
  await expect(page.locator('.fl-known p')).toHaveText(
    /^We know: swaps on BNB Smart Chain are delayed\..* 12 min ago\.$/,
  );
  await expect(page.locator('.fl-known').getByRole('link')).toHaveAttribute(
    'href',
    '/status/#2026-11-21-swaps',
  );
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(page.locator('.fl-status')).toContainText('Copied: what the customer is told');
  expect(await clipboard(page)).toMatch(
    /^我们已经知道：BNB Smart Chain 上的兑换变慢。.*https:\/\/help\.firstline\.example\/zh-cn\/status\/#2026-11-21-swaps$/,
  );
  // A reply says it first, in the customer's language.
  await page.keyboard.press('r');
  await expect(replyText(page)).toHaveValue(/^你好，\n\n我们已经知道：BNB Smart Chain 上的兑换变慢。/);
});

test('of an internal incident the customer is told nothing', async ({ page }) => {
  await withIncidents(page, [incident('2026-11-21-hidden', 'internal')]);
  await page.goto(`${INTERNAL}/desk/`);
  await box(page).fill(SWAP);
  await settled(page);
  await expect(page.locator('.fl-known')).toContainText('Internal: never send it to a customer');
  await expect(page.locator('.fl-known button')).toHaveCount(0);
  await page.evaluate(() => navigator.clipboard.writeText('untouched'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(status(page)).toHaveText('Internal: never send it to a customer');
  expect(await clipboard(page)).toBe('untouched');
  await page.keyboard.press('r');
  await expect(replyText(page)).toBeVisible();
  expect(await replyText(page).inputValue()).not.toContain('我们已经知道');
});

test('a reply that is asked for at once is the one to the right article', async ({ page }) => {
  await page.goto(`${INTERNAL}/zh-cn/desk/`);
  await page.evaluate(() => navigator.clipboard.writeText('我买了500块的USDT，银行卡扣款了但是币没到账'));
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(replyText(page)).toHaveValue(/purchase-not-delivered/);
  await expect(chosen(page)).toHaveAttribute('data-slug', 'payments/purchase-not-delivered');
  await expect(cards(page).first()).toHaveAttribute('data-slug', 'payments/purchase-not-delivered');
});

test('r waits for the right article, says so, and gives up; what is chosen is done at once', async ({
  page,
}) => {
  // Words alone come at once; the model never does.
  await page.route('**/knowledge/firstline-*/**', () => undefined);
  await page.clock.install();
  await page.goto(`${INTERNAL}/zh-cn/desk/`);
  await box(page).fill(CHINESE);
  await page.clock.runFor(500);
  await expect(page.locator('.fl-said')).toContainText('目前只按字词查找');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.clock.runFor(9_000);
  await expect(status(page)).toHaveText('请稍等，更准确的文章马上就来。');
  await page.clock.runFor(1_500);
  await expect(status(page)).toContainText('等了 10 秒还没有更准确的文章');
  await expect(replyText(page)).toBeHidden();
  await page.keyboard.press('r');
  await page.clock.runFor(100);
  await expect(status(page)).toHaveText('请稍等，更准确的文章马上就来。');
  // Another text: nothing waits any more, and nothing says so.
  await box(page).fill(`${CHINESE}？`);
  await page.clock.runFor(500);
  await expect(status(page)).toBeEmpty();
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await page.keyboard.press('r');
  await expect(replyText(page)).toHaveValue(/^你好，/);
});

test('whoever saves data gets what words alone find, and is told', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const models: string[] = [];
  page.on(
    'request',
    (request) => void (/knowledge\/firstline-/.test(request.url()) && models.push(request.url())),
  );
  await page.goto(`${INTERNAL}/desk/`);
  await box(page).fill(ENGLISH);
  await expect(page.locator('.fl-said')).toContainText('By words only: the model did not load');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(replyText(page)).toHaveValue(/card-declined/);
  expect(models).toEqual([]);
});

test('a megabyte is cut, and the desk says so and stays quick', async ({ page }) => {
  await page.goto(`${INTERNAL}/desk/`);
  const started = Date.now();
  await page.evaluate(() =>
    navigator.clipboard.writeText('My transfer is stuck since yesterday. '.repeat(30_000)),
  );
  await page.keyboard.press('Control+V');
  await expect(page.locator('.fl-cut')).toContainText('Only the first 20,000 characters were taken.');
  expect(await box(page).inputValue()).toHaveLength(20_000);
  await settled(page);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('abcdef');
  expect(Date.now() - started).toBeLessThan(10_000);
  await page.evaluate(() => (location.hash = `#text=${'x'.repeat(30_000)}`));
  await expect(box(page)).toHaveValue('x'.repeat(20_000));
  await expect(page.locator('.fl-cut')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.locator('.fl-cut')).toBeEmpty();
});

test('ticket and reply are there again after another page, and after n; the tree is one key away', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/desk/`);
  for (const name of ['Triage', 'Escalate', 'Signals', 'Runbooks'])
    await expect(
      page.getByRole('navigation', { name: 'Pages for agents' }).getByRole('link', { name }),
    ).toBeVisible();
  await box(page).fill(`${ENGLISH} ${PHRASE}`);
  await settled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await replyText(page).fill('Dear Jo, I looked it up.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.waitForURL('**/desk/escalate/');
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).not.toMatch(/sausage|winner/);
  await page.goto(`${INTERNAL}/desk/`);
  await expect(box(page)).toHaveValue(/^Hi, my card was declined.*\[recovery-phrase\]$/);
  await expect(replyText(page)).toHaveValue('Dear Jo, I looked it up.');
  await settled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(box(page)).toHaveValue('');
  await expect(replyText(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(box(page)).toHaveValue(/^Hi, my card was declined/);
  await expect(replyText(page)).toHaveValue('Dear Jo, I looked it up.');
  // The tree that finds the cause.
  await box(page).fill(ENGLISH);
  await settled(page);
  await expect(page.locator('.fl-trees').getByRole('link').first()).toHaveAttribute(
    'href',
    '/triage/card-declined/',
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.waitForURL('**/triage/card-declined/');
  await page.goto(`${INTERNAL}/desk/`);
  await expect(box(page)).toHaveValue(ENGLISH);
});

test.describe('permalinks', () => {
  test('lead to the reader’s language, and to the one they were made for', async ({ browser, baseURL }) => {
    for (const [locale, hash, expected] of [
      ['en-GB', '', '/wallet/wrong-network/'],
      ['zh-CN', '', '/zh-cn/wallet/wrong-network/'],
      ['zh-TW', '', '/zh-cn/wallet/wrong-network/'],
      ['fr-FR', '', '/wallet/wrong-network/'],
      ['en-GB', '#zh-cn', '/zh-cn/wallet/wrong-network/'],
      ['zh-CN', '#en', '/wallet/wrong-network/'],
    ] as const) {
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      await page.goto(`${baseURL}/contact/`);
      await page.goto(`${baseURL}/a/wallet/wrong-network/${hash}`);
      await page.waitForURL(`**${expected}`);
      expect(new URL(page.url()).pathname).toBe(expected);
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe('/contact/');
      await context.close();
    }
  });

  test('say both languages without JavaScript, are not indexed, and have no accessibility violation', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}/a/wallet/wrong-network/`);
    await expect(page.getByRole('link', { name: 'I sent crypto on the wrong network' })).toHaveAttribute(
      'href',
      '/wallet/wrong-network/',
    );
    await expect(page.getByRole('link', { name: '转账选错了网络怎么办' })).toHaveAttribute(
      'href',
      '/zh-cn/wallet/wrong-network/',
    );
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      'https://help.firstline.example/wallet/wrong-network/',
    );
    await context.close();
  });

  test('have no accessibility violation', async ({ page }) => {
    await page.route('**/permalink.js', (route) =>
      route.fulfill({ body: '', contentType: 'text/javascript' }),
    );
    await page.goto('/a/card/card-declined/');
    // No page of Starlight's: it knows no theme but the browser's.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    }
  });

  test('of runbooks are in the internal edition only, and so is the desk', async ({ page, baseURL }) => {
    for (const path of ['/a/runbooks/incidents/severity/', '/desk/', '/zh-cn/desk/']) {
      expect((await page.request.get(INTERNAL + path)).status(), path).toBe(200);
      expect((await page.request.get(`${baseURL}${path}`)).status(), path).toBe(404);
    }
  });
});
