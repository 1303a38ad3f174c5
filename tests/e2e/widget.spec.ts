import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessibility.ts';
import {
  description,
  fillContact,
  modelLoaded,
  panel,
  PHRASE,
  sendTo,
  subject,
  suggestions,
  ticketServer,
  typeWithModel,
} from '../helpers/contactPage.ts';

for (const [path, text, slug] of [
  ['/contact/', 'my usdt never arrived', '/wallet/incoming-transfer-missing/'],
  ['/contact/', 'card declined at the supermarket', '/card/card-declined/'],
  ['/zh-cn/contact/', '我的币转到别的链上了', '/zh-cn/wallet/wrong-network/'],
  ['/zh-cn/contact/', 'gas不够转不出去', '/zh-cn/wallet/insufficient-gas/'],
  ['/zh-cn/contact/', 'my usdt never arrived', '/zh-cn/wallet/incoming-transfer-missing/'],
] as const) {
  test(`on ${path}, “${text}” brings ${slug} first`, async ({ page }) => {
    await page.goto(path);
    await typeWithModel(page, text);
    await expect(suggestions(page).first()).toHaveAttribute('href', new RegExp(`${slug}(#.*)?$`));
    expect(await suggestions(page).count()).toBeLessThanOrEqual(3);
    await expect(suggestions(page).first().locator('.passage')).not.toBeEmpty();
  });
}

for (const [path, text, slug, say] of [
  [
    '/contact/',
    'i gave them my seed phrase',
    '/security/recovery-phrase-exposed/',
    'Treat the phrase as known.',
  ],
  ['/zh-cn/contact/', 'u被盗了', '/zh-cn/security/', '如果还有剩下的'],
] as const) {
  test(`on ${path}, “${text}” is urgent: what to do stands above the articles, and is read out once`, async ({
    page,
  }) => {
    await page.goto(path);
    const alarm = page.locator('firstline-deflector [role=alert]');
    await typeWithModel(page, text);
    const block = page.locator('firstline-deflector .panel > .urgent:first-child');
    await expect(block).toContainText(say);
    await expect(suggestions(page).first()).toHaveAttribute('href', new RegExp(slug));
    await expect(alarm).toContainText(say);
    const changes = await alarm.evaluateHandle((element) => {
      const seen = { count: 0 };
      new MutationObserver((records) => (seen.count += records.length)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      return seen;
    });
    await description(page).fill('Please help, it is my only wallet. 只有这一个钱包。');
    await expect(page.locator('firstline-deflector mark').first()).toBeAttached();
    await page.waitForTimeout(600);
    await expect(block).toContainText(say);
    expect(await changes.evaluate(({ count }) => count)).toBe(0);
    await page.getByRole('button', { name: /Continue to support|继续联系客服/ }).click();
    await expect(alarm).toBeEmpty();
  });
}

test('a warning comes also to somebody who declined help before', async ({ page }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  await page.getByRole('button', { name: 'Continue to support' }).click();
  await expect(suggestions(page)).toHaveCount(0);
  await description(page).fill('And somebody drained my wallet last night.');
  await expect(page.locator('firstline-deflector .urgent')).toContainText('a new wallet');
});

test('off-topic text brings nothing, and says that a person will read it', async ({ page }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'could you write a poem about spring flowers');
  await expect(panel(page)).toContainText('No article fits. Go on and send: a person will read it.');
});

test('it is announced politely, once a settled answer, and reached and used by keyboard', async ({
  page,
  context,
}) => {
  await page.goto('/contact/');
  const hasModel = modelLoaded(page);
  await subject(page).pressSequentially('card dec');
  const status = page.locator('firstline-deflector [role=status]');
  const said = await status.evaluateHandle((element) => {
    const sentences: string[] = [];
    new MutationObserver(() => sentences.push(element.textContent)).observe(element, { childList: true });
    return sentences;
  });
  await subject(page).pressSequentially('lined at the supermarket');
  await hasModel;
  await expect(status).toHaveText(/articles? may answer your question/);
  expect(await said.jsonValue()).toHaveLength(1);
  await expect(subject(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(description(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(suggestions(page).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('firstline-deflector .tab').first()).toBeFocused();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expect(await opened).toHaveURL(/\/card\/card-declined\//);
  await expect(subject(page)).toHaveValue('card declined at the supermarket');
});

test('an article opens at the part that answers, and its own links lead within it', async ({ page }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'card refused at hotel, they wanted a deposit');
  const card = page.locator('firstline-deflector .open[href*="/card/card-declined/#"]').first();
  await expect(card).toBeVisible();
  const anchor = new URL((await card.getAttribute('href'))!).hash.slice(1);
  await card.click();
  const article = page.locator('firstline-deflector .article');
  const heading = article.locator(`[data-anchor="${decodeURIComponent(anchor)}"]`);
  await expect.poll(() => article.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await expect(heading).toBeInViewport();
});

test('what is written below the panel does not move while the panel grows', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto('/contact/');
  await subject(page).fill('card declined at the supermarket');
  const email = page.locator('[name=email]');
  await email.focus();
  await email.evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await expect(suggestions(page).first()).toBeAttached();
  await expect(email).toBeInViewport();
});

for (const [path, text, back, sentence] of [
  ['/contact/', 'card declined at the supermarket', /Back to the suggestions/, 'Online or in an app'],
  ['/zh-cn/contact/', '刷卡一直被拒', /返回推荐的文章/, '网上或 App 里付款'],
] as const) {
  test(`on ${path} an article is read in place, and the way back is found by keyboard`, async ({ page }) => {
    await page.goto(path);
    await typeWithModel(page, text);
    await suggestions(page).first().press('Enter');
    const article = page.locator('firstline-deflector .article');
    await expect(article.getByRole('heading', { name: sentence })).toBeAttached();
    await expect(article.locator('script, iframe, [onclick], [style], [class*=sl-]')).toHaveCount(0);
    await expect(article.locator('a[target=_blank][rel=noopener]').first()).toBeAttached();
    await expect(panel(page)).toBeFocused();
    await expect(subject(page)).toHaveValue(text);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: back }).press('Enter');
    await expect(suggestions(page).first()).toBeFocused();
    // What closes things on the device closes it too: the Back button of a phone, or Escape.
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(suggestions(page).first()).toBeFocused();
    await expect(subject(page)).toHaveValue(text);
  });
}

test('“this solved it”, “not what I need” and “continue to support” each lead where they say', async ({
  page,
}) => {
  await page.goto('/zh-cn/contact/');
  await typeWithModel(page, '刷卡一直被拒');
  await page.getByRole('button', { name: '不是我要的' }).click();
  await expect(panel(page)).toBeFocused();
  await page.getByRole('button', { name: '内容过时了' }).click();
  await expect(panel(page)).toContainText('谢谢反馈');
  await page.getByRole('button', { name: '继续联系客服' }).click();
  await expect(page.locator('[name=email]')).toBeFocused();
  await expect(page.getByRole('button', { name: '发送' })).toBeEnabled();
  await page.getByRole('button', { name: '再看看这些文章' }).click();
  await page.getByRole('button', { name: '问题解决了' }).click();
  await expect(panel(page)).toContainText('太好了');
});

for (const path of ['/contact/', '/zh-cn/contact/']) {
  test(`the open panel on ${path} has no accessibility violation, in either theme`, async ({ page }) => {
    await page.goto(path);
    await typeWithModel(page, 'my card was declined 刷卡被拒');
    await expect(suggestions(page).first()).toBeVisible();
    await expectAccessible(page, 'articles');
    await description(page).fill('somebody stole my crypto');
    await expect(page.locator('firstline-deflector .urgent')).toBeVisible();
    await expectAccessible(page, 'what is urgent');
    await description(page).fill(PHRASE);
    await expect(page.locator('firstline-deflector .blocked')).toBeVisible();
    await expectAccessible(page, 'a secret');
  });
}

test('a ticket goes to the webhook whole, with the articles tried, and only when Send is pressed', async ({
  page,
  baseURL,
}) => {
  const server = await ticketServer();
  const bodies: string[] = [];
  page.on('request', (request) => {
    if (request.postData() !== null) bodies.push(request.url());
    expect(request.url()).not.toContain('declined-');
  });
  await page.goto('/contact/');
  await sendTo(page, server.url);
  await typeWithModel(page, 'card declined-at the supermarket');
  await expect(suggestions(page).first()).toBeVisible();
  await description(page).fill('It said no twice. 第二次也不行。');
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('radio', { name: 'Card' }).check();
  await page.getByLabel('Last four digits of the card').fill('4242');
  expect(bodies).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  expect(bodies).toEqual([server.url]);
  expect(server.received).toHaveLength(1);
  const ticket = JSON.parse(server.received[0]!.body) as Record<string, unknown>;
  expect(ticket).toMatchObject({
    version: 1,
    subject: 'card declined-at the supermarket',
    description: 'It said no twice. 第二次也不行。',
    email: 'jo@mail.example',
    language: 'en',
    issueType: 'card',
    fields: { cardLastFour: '4242' },
    articles: { shown: expect.arrayContaining(['card/card-declined']) as unknown, opened: [], rejected: [] },
    edition: 'public',
    environment: { appLanguage: 'en', page: `${baseURL}/contact/` },
  });
  expect(server.received[0]!.key).toBe(ticket['idempotencyKey']);
  expect(ticket['index']).toMatch(/^public\.en\.[0-9a-f]{12}\.json public\.zh-CN\.[0-9a-f]{12}\.json$/);
  await expect(description(page)).toHaveValue('');
  server.close();
});

test('when sending fails the text is still there, other ways are offered, and a second try is the same ticket', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const server = await ticketServer(500);
  await page.goto('/contact/');
  await sendTo(page, server.url);
  await subject(page).fill('Question');
  await description(page).fill('My words.');
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('could not be sent', { timeout: 25_000 });
  await expect(description(page)).toHaveValue('My words.');
  await expect(page.getByRole('button', { name: 'Send it by email' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy my message' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('My words.');
  const before = server.received.length;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => server.received.length).toBeGreaterThan(before);
  expect(new Set(server.received.map(({ key }) => key)).size).toBe(1);
  server.close();
});

test('a field that is wrong says so, and nothing is sent until it is right', async ({ page }) => {
  const server = await ticketServer();
  await page.goto('/contact/');
  await sendTo(page, server.url);
  await page.getByRole('radio', { name: 'Wallet' }).check();
  await subject(page).fill('Where is it');
  await description(page).fill('It is gone.');
  const hash = page.getByLabel(/^Transaction hash/);
  await hash.fill('0x1234');
  await page.locator('[name=email]').fill('jo@mail.example');
  await expect(hash).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('something needs another look');
  await expect(hash).toBeFocused();
  expect(server.received).toEqual([]);
  await hash.fill(`0x${'88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b'}`);
  await page.locator('#network').selectOption('ethereum');
  await expect(hash).not.toHaveAttribute('aria-invalid');
  await expect(page.getByRole('link', { name: 'Look it up in the explorer' })).toHaveAttribute(
    'href',
    /^https:\/\/etherscan\.io\/tx\/0x88df/,
  );
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  await expect(panel(page)).toContainText('Support will never ask for your recovery phrase');
  await expect(panel(page).getByRole('link', { name: /really from us/ })).toHaveAttribute(
    'href',
    /\/verify\/$/,
  );
  server.close();
});

test('a draft outlives a reload, is gone once sent, and holds no secret', async ({ page }) => {
  const server = await ticketServer();
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await page.goto('/zh-cn/contact/');
  await page.getByRole('radio', { name: '钱包' }).check();
  await subject(page).fill('转账没到');
  // Nothing is kept while somebody writes: half a phrase is not yet recognised as one.
  await description(page).pressSequentially('legal winner thank year wave ');
  expect(await kept()).not.toMatch(/转账没到|legal/);
  await description(page).fill(`昨天转的。 ${PHRASE}`);
  await page.reload();
  await expect(description(page)).toHaveValue(/^昨天转的。\s*$/);
  await expect(subject(page)).toHaveValue('转账没到');
  await expect(page.getByRole('radio', { name: '钱包' })).toBeChecked();
  expect(await kept()).not.toContain('legal');
  // In the other language it is the same draft.
  await page.goto('/contact/');
  await expect(subject(page)).toHaveValue('转账没到');
  await page.goto('/zh-cn/contact/');
  await sendTo(page, server.url);
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('button', { name: '发送' }).click();
  await expect(panel(page)).toContainText('已发送，你的编号是 FL-');
  expect(await kept()).not.toContain('转账没到');
  await page.reload();
  await expect(subject(page)).toHaveValue('');
  server.close();
});

test('a recovery phrase is refused, never sent, stored or repeated, and can be removed', async ({ page }) => {
  const server = await ticketServer();
  const seen: string[] = [];
  page.on('request', (request) => seen.push(`${request.url()} ${request.postData() ?? ''}`));
  page.on('console', (message) => seen.push(message.text()));
  await page.goto('/contact/');
  await sendTo(page, server.url);
  await subject(page).fill('wallet is empty');
  await description(page).fill(`here are my words:\n${PHRASE}\nplease look`);
  await expect(panel(page)).toContainText(
    'Your text seems to contain a recovery phrase. It will not be sent.',
  );
  await expect(panel(page)).not.toContainText('sausage');
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('It will not be sent.');
  const stored = await page.evaluate(async () => {
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, caches_, databases]);
  });
  expect(stored).not.toContain('sausage');
  expect(seen.filter((line) => line.includes('sausage'))).toEqual([]);
  expect(server.received).toEqual([]);
  await page.getByRole('button', { name: 'Take it out of my text' }).click();
  await expect(description(page)).not.toHaveValue(/sausage/);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  expect(server.received).toHaveLength(1);
  expect(server.received[0]!.body).not.toContain('sausage');
  server.close();
});

test('no control of the form keeps a phrase or lets it pass, whatever it is for', async ({ page }) => {
  const server = await ticketServer();
  await page.goto('/contact/');
  const names = await page
    .locator('form#ticket')
    .evaluate((form: HTMLFormElement) =>
      [...form.elements].flatMap((control) =>
        control instanceof HTMLTextAreaElement ||
        (control instanceof HTMLInputElement && !['radio', 'hidden'].includes(control.type))
          ? [control.name]
          : [],
      ),
    );
  expect(names).toEqual(
    expect.arrayContaining(['subject', 'description', 'email', 'device', 'appVersion', 'transactionHash']),
  );
  await sendTo(page, server.url);
  for (const name of names) {
    await fillContact(page);
    const control = page.locator(`form#ticket [name=${name}]`);
    await control.evaluate((field: HTMLInputElement, phrase) => {
      field.value = phrase;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, PHRASE);
    await expect(page.locator('firstline-deflector .blocked'), name).toBeVisible();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    // Whoever reads the warning has the focus in it, and nothing changes there until it goes.
    await subject(page).focus();
    // What is kept when the page goes.
    const kept = await control.evaluate((field: HTMLInputElement) => {
      dispatchEvent(new Event('pagehide'));
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return JSON.stringify({ ...sessionStorage });
    });
    expect(kept, name).toMatch(/Question|My words/);
    expect(kept, name).not.toContain('sausage');
    await expect(page.locator('firstline-deflector .blocked'), name).toHaveCount(0);
  }
  expect(server.received).toEqual([]);
  server.close();
});

test('a phrase in another field is taken out of it, and the words of the others stay', async ({ page }) => {
  await page.goto('/contact/');
  await page.getByRole('radio', { name: 'Wallet' }).check();
  await subject(page).fill('hello my friend');
  await description(page).fill('what now');
  const device = page.getByLabel(/^Device/);
  await device.fill(PHRASE);
  await page.getByRole('button', { name: 'Take it out of my text' }).click();
  await expect(device).toHaveValue('');
  await expect(device).toBeFocused();
  await expect(subject(page)).toHaveValue('hello my friend');
  await expect(description(page)).toHaveValue('what now');
  await expect(page.locator('firstline-deflector .blocked')).toHaveCount(0);
});

test('a phrase that is still being typed is not kept when the page goes', async ({ page }) => {
  await page.goto('/contact/');
  await subject(page).fill('Question');
  await description(page).fill('It says: legal winner thank year wave sausage worth');
  await page.reload();
  await expect(subject(page)).toHaveValue('Question');
  await expect(description(page)).toHaveValue(/^It says:\s*$/);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('winner');
});

test('half a phrase in each of two fields is a phrase: refused, and removed from both', async ({ page }) => {
  const server = await ticketServer();
  await page.goto('/zh-cn/contact/');
  await sendTo(page, server.url);
  await subject(page).fill('legal winner thank year wave sausage');
  await description(page).fill('worth useful legal winner thank yellow 是我的助记词');
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('button', { name: '发送' }).click();
  await expect(panel(page)).toContainText('不会发送出去');
  await expect(panel(page)).toBeFocused();
  expect(server.received).toEqual([]);
  await page.getByRole('button', { name: '从文字里删掉' }).click();
  await expect(subject(page)).not.toHaveValue(/sausage/);
  await expect(description(page)).not.toHaveValue(/yellow/);
  await expect(description(page)).toHaveValue(/是我的助记词/);
  server.close();
});

test('a secret stays refused when the search fails, and where no target is set', async ({ page }) => {
  await page.route(/widget\/v1\/(worker|inpage)\.js/, (route) => route.abort());
  await page.goto('/contact/');
  const left = new Set<string>();
  page.on('request', (request) => left.add(request.url()));
  await page.locator('firstline-deflector').evaluate((element) => element.removeAttribute('target'));
  await page.locator('form#ticket').evaluate((form) => form.setAttribute('action', '/elsewhere'));
  await description(page).fill(PHRASE);
  await subject(page).fill('x');
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('It will not be sent.');
  expect([...left].filter((url) => url.includes('elsewhere'))).toEqual([]);
});

test('“continue to support” works beside a secret and after “this solved it”', async ({ page }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  await page.getByRole('button', { name: 'This solved it' }).click();
  await page.getByRole('button', { name: 'Continue to support' }).click();
  await expect(page.locator('[name=email]')).toBeFocused();
  await expect(panel(page)).toContainText('Finish the form');
  await description(page).fill(PHRASE);
  await page.getByRole('button', { name: 'Continue to support' }).click();
  await expect(page.locator('[name=email]')).toBeFocused();
  // The secret is still there, and so is the warning.
  await expect(panel(page)).toContainText('It will not be sent.');
});

test('the way to find out whether it is really us stands at the foot of the panel, once', async ({
  page,
}) => {
  const verify = panel(page).getByRole('link', { name: /really from us/ });
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  await expect(panel(page).locator('.verify a')).toHaveAttribute('href', /\/verify\/$/);
  await suggestions(page).first().click();
  await expect(page.locator('firstline-deflector .reading .verify a')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the suggestions' }).click();
  await subject(page).fill('somebody stole my crypto');
  await expect(page.locator('firstline-deflector .urgent')).toBeVisible();
  await expect(verify).toHaveCount(1);
  await subject(page).fill('could you write a poem about spring flowers');
  await expect(page.locator('firstline-deflector .abstained')).toBeVisible();
  await expect(verify).toHaveCount(1);
  await description(page).fill(PHRASE);
  await expect(page.locator('firstline-deflector .blocked')).toBeVisible();
  await expect(verify).toHaveCount(1);
});

test('pressing Send three times sends one ticket', async ({ page }) => {
  const server = await ticketServer();
  await page.goto('/contact/');
  await sendTo(page, server.url);
  await subject(page).fill('Question');
  await description(page).fill('My words.');
  await page.locator('[name=email]').fill('jo@mail.example');
  await page.getByRole('button', { name: 'Send' }).click({ clickCount: 3 });
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  expect(server.received).toHaveLength(1);
  server.close();
});

test('after “this solved it”, another question is a new start', async ({ page }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  await page.getByRole('button', { name: 'This solved it' }).click();
  await expect(panel(page)).toBeFocused();
  await page.getByRole('button', { name: 'Ask something else' }).click();
  await expect(subject(page)).toHaveValue('');
  await expect(subject(page)).toBeFocused();
  await expect(panel(page)).toHaveCount(0);
});

test('words answer alone when the model cannot be had', async ({ page }) => {
  await page.route('**/table.i8.bin', (route) => route.abort());
  await page.goto('/contact/');
  await subject(page).fill('my card payment was declined, card declined in the shop');
  await expect(suggestions(page).first()).toHaveAttribute('href', /card-declined/);
});

test('the form works when the index cannot be had', async ({ page }) => {
  const server = await ticketServer();
  await page.route('**/knowledge/**', (route) => route.abort());
  await page.goto('/contact/');
  await sendTo(page, server.url);
  await subject(page).fill('my card payment was declined');
  await description(page).fill('More.');
  await page.locator('[name=email]').fill('jo@mail.example');
  await expect(panel(page)).toContainText('No suggestions right now.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  expect(server.received).toHaveLength(1);
  server.close();
});

test('whoever saves data gets words alone, and the rest at a press, with its size', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/contact/');
  await subject(page).fill('my card payment was declined, card declined in the shop');
  await expect(suggestions(page).first()).toHaveAttribute('href', /card-declined/);
  const rest = page.getByRole('button', { name: /^Get better answers \(\d\.\d MB\)$/ });
  await expect(rest).toBeVisible();
  expect(asked.filter((url) => url.endsWith('.bin'))).toEqual([]);
  await rest.click();
  await expect(rest).toHaveCount(0);
  await expect.poll(() => asked.filter((url) => url.endsWith('table.i8.bin')).length).toBe(1);
});

test('a slow network gets words alone, unless the rest was loaded before', async ({ page }) => {
  await page.addInitScript(() => {
    const effectiveType = location.search === '?slow' ? '3g' : '4g';
    Object.defineProperty(navigator, 'connection', { value: { effectiveType, downlink: 1.45 } });
  });
  await page.goto('/contact/?slow');
  await subject(page).fill('card declined at the supermarket');
  await expect(page.getByRole('button', { name: /^Get better answers/ })).toBeVisible();
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  // The model's table and scales, and the vectors of both languages.
  const kept = () =>
    page.evaluate(
      async () =>
        (await (await caches.open('firstline-files-1')).keys()).filter(({ url }) => url.endsWith('.bin'))
          .length,
    );
  await expect.poll(kept, { timeout: 15_000 }).toBe(4);
  await page.goto('/contact/?slow');
  await subject(page).fill('gas 不够');
  // An article in the other language is found by meaning only.
  await expect(suggestions(page).first()).toHaveAttribute('href', /insufficient-gas/);
  await expect(page.getByRole('button', { name: /^Get better answers/ })).toHaveCount(0);
});

test('an article that cannot be had is read as far as the index has it, and says so', async ({ page }) => {
  await page.goto('/zh-cn/contact/');
  await typeWithModel(page, '刷卡一直被拒');
  await page.route('**/zh-cn/card/**', (route) => route.abort('internetdisconnected'));
  await suggestions(page).first().click();
  await expect(page.locator('firstline-deflector .article')).toContainText('暂时只能看到这一部分：');
  await expect(page.locator('firstline-deflector .article p:not(.only-part)').first()).not.toBeEmpty();
});

test('what was loaded once answers without a network', async ({ page, context }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  await expect(suggestions(page).first()).toBeVisible();
  const files = () =>
    page.evaluate(async () =>
      (await (await caches.open('firstline-files-1')).keys()).map(({ url }) => new URL(url).pathname),
    );
  await expect.poll(async () => (await files()).some((file) => file.endsWith('table.i8.bin'))).toBe(true);
  // Everything below knowledge/ fails from now on, as it does without a network; the pages come from the browser's own cache.
  await context.route('**/knowledge/**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await subject(page).fill('my usdt never arrived');
  await expect(suggestions(page).first()).toHaveAttribute('href', /incoming-transfer-missing/);
});

test('files of an older build are forgotten', async ({ page }) => {
  await page.goto('/contact/');
  await page.evaluate(async () => {
    const cache = await caches.open('firstline-files-1');
    await cache.put(`${location.origin}/knowledge/public.en.0123456789ab.json`, new Response('{}'));
  });
  await typeWithModel(page, 'card declined at the supermarket');
  await expect
    .poll(() =>
      page.evaluate(async () =>
        (await (await caches.open('firstline-files-1')).keys()).some(({ url }) =>
          url.includes('0123456789ab'),
        ),
      ),
    )
    .toBe(false);
});

test('nothing moves while it is being pressed', async ({ page }) => {
  await page.goto('/contact/');
  await typeWithModel(page, 'card declined at the supermarket');
  const button = page.getByRole('button', { name: 'Not what I need' });
  await button.scrollIntoViewIfNeeded();
  const box = (await button.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  // Words that bring other articles, while the button is held.
  await description(page).evaluate((field: HTMLTextAreaElement) => {
    field.value = 'Sorry, wrong topic: my usdt transfer to another wallet is pending for hours.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForTimeout(1000);
  expect(await button.boundingBox()).toEqual(box);
  await page.mouse.up();
  await expect(panel(page)).toContainText('What was wrong with them?');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the form is there and posts by itself', async ({ page }) => {
    await page.goto('/zh-cn/contact/');
    const send = page.getByRole('button', { name: '发送' });
    await expect(send).toHaveCount(1);
    await expect(send).toBeVisible();
    await expect(send).toHaveAttribute('formaction', /^(mailto|https?):/);
    await expect(send).toHaveAttribute('formmethod', 'post');
    await expect(page.getByLabel('发生了什么？')).toBeEditable();
  });
});

test('where the widget does not load, nothing that was written goes anywhere, and an address is offered', async ({
  page,
}) => {
  await page.route('**/widget/v1/firstline.js', (route) => route.abort());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/contact/');
  await fillContact(page, PHRASE);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Nothing happens when you press Send?')).toBeVisible({ timeout: 10_000 });
  await expect(page.locator('.fl-unloaded a')).toHaveAttribute('href', /^mailto:[^?]+$/);
  await expect(page).toHaveURL(/\/contact\/$/);
  expect(asked.filter((line) => line.includes('sausage'))).toEqual([]);
  expect(await page.locator('form#ticket').getAttribute('action')).toBeNull();
});

for (const path of ['/contact/', '/zh-cn/contact/']) {
  test(`at 200 % on a phone ${path} does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 195, height: 422 });
    await page.goto(path);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(195);
    for (const type of await page.locator('[name=issueType]').all()) {
      await type.check();
      expect(await width()).toBe(195);
    }
    await subject(page).fill('my card was declined 刷卡被拒');
    await expect(suggestions(page).first()).toBeVisible();
    expect(await width()).toBe(195);
    await suggestions(page).first().click();
    await expect(page.locator('firstline-deflector .article p').first()).toBeVisible();
    expect(await width()).toBe(195);
  });
}

test('the internal edition suggests what customers can read, and nothing else', async ({ page }) => {
  await page.goto('http://localhost:4332/contact/');
  await typeWithModel(page, 'how to declare an incident and escalate to engineering');
  await expect(panel(page)).toBeVisible();
  for (const link of await suggestions(page).all())
    expect(await link.getAttribute('href')).not.toContain('runbooks');
});

for (const [path, text, offered, other] of [
  ['/contact/', '卡刷不了，超市和加油站都不行，怎么办', '这个页面有中文版', '/zh-cn/contact/'],
  ['/zh-cn/contact/', 'my card was refused twice at the petrol station', 'in English too', '/contact/'],
] as const) {
  test(`whoever writes another language on ${path} is offered its page, and keeps what was written`, async ({
    page,
  }) => {
    await page.goto(path);
    const offer = page.locator('#firstline-language');
    await description(page).fill(text);
    await subject(page).focus();
    await expect(offer).toContainText(offered);
    await offer.click();
    await expect(page).toHaveURL(new RegExp(`${other}$`));
    await expect(description(page)).toHaveValue(text);
    await expect(offer).toHaveCount(0);
  });
}
