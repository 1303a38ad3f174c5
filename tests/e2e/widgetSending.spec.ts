import { expect, test, type Page } from '@playwright/test';
import {
  description,
  fillContact,
  panel,
  PHRASE,
  sendTo,
  ticketServer,
  type Reply,
} from '../helpers/contactPage.ts';

const send = (page: Page) => page.getByRole('button', { name: /^(?:Send|发送)$/ });
const copy = (page: Page) => panel(page).getByRole('button', { name: 'Copy my message' });
const mail = (page: Page) => panel(page).getByRole('button', { name: 'Send it by email' });
/** How long everybody has to write before a ticket goes: spam.ts. */
const SHORTEST_MS = 3000;

/** Opens the page with a clock that is moved by hand, so that nothing has to be waited for. */
async function open(page: Page, url: string, path = '/contact/'): Promise<void> {
  await page.clock.install();
  await page.goto(path);
  await sendTo(page, url);
  await fillContact(page);
  await page.clock.fastForward(SHORTEST_MS);
}

for (const [what, reply, said] of [
  [
    'a sentence',
    { status: 422, json: { message: 'Your <b>organisation</b> is suspended.' } },
    'Your <b>organisation</b> is suspended.',
  ],
  ['a word', { status: 403, json: { error: 'forbidden' } }, 'forbidden'],
  ['nothing but its status', { status: 404 }, 'error (404)'],
  [
    'a field that the form does not have',
    { status: 422, json: { errors: { phone: 'is required' } } },
    'phone: is required',
  ],
] as const satisfies readonly (readonly [string, Reply, string])[]) {
  test(`a refusal by ${what} is told, and there is another way`, async ({ page }) => {
    const server = await ticketServer(reply);
    await open(page, server.url);
    await send(page).click();
    await expect(panel(page)).toContainText('Your message was not accepted.');
    await expect(panel(page)).toContainText(said);
    await expect(panel(page)).toBeFocused();
    await expect(copy(page)).toBeVisible();
    await expect(mail(page)).toBeVisible();
    await expect(description(page)).toHaveValue('My words.');
    server.close();
  });
}

test('a refusal of a field stands at the field, which is gone to', async ({ page }) => {
  const server = await ticketServer({ status: 422, json: { errors: { email: 'This address is blocked' } } });
  await open(page, server.url);
  await send(page).click();
  await expect(page.locator('#firstline-error-email')).toHaveText('This address is blocked');
  await expect(page.locator('[name=email]')).toBeFocused();
  await expect(copy(page)).toBeVisible();
  server.close();
});

test('a hidden field that a browser filled in is emptied, and a second press sends', async ({ page }) => {
  const server = await ticketServer();
  await open(page, server.url);
  await page.locator('[name=website]').evaluate((field: HTMLInputElement) => (field.value = 'me.example'));
  await send(page).click();
  await expect(panel(page)).toContainText('A hidden field of this form had been filled in');
  expect(server.received).toEqual([]);
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  server.close();
});

test('an answer that comes late takes the focus from nobody who writes again, and stays there to be read', async ({
  page,
}) => {
  const server = await ticketServer({ status: 200, json: { reference: 'R-1' } }, true);
  await open(page, server.url);
  await send(page).click();
  await expect.poll(() => server.received.length).toBe(1);
  await description(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' And more');
  server.answer();
  await expect(page.locator('firstline-deflector .sent')).toContainText('Sent. Your reference: R-1');
  await expect(description(page)).toBeFocused();
  await page.keyboard.type(', card declined in the shop.');
  await expect(description(page)).toHaveValue('My words. And more, card declined in the shop.');
  await expect(page.locator('firstline-deflector .open').first()).toBeAttached();
  await expect(page.locator('firstline-deflector .sent')).toContainText('R-1');
  await expect(page.locator('firstline-deflector [role=status]')).not.toBeEmpty();
  server.close();
});

test('where nobody has turned elsewhere, the answer is gone to', async ({ page }) => {
  const server = await ticketServer(200, true);
  await open(page, server.url);
  await send(page).click();
  await expect.poll(() => server.received.length).toBe(1);
  server.answer();
  await expect(page.locator('firstline-deflector .sent')).toBeFocused();
  server.close();
});

test('while a server is silent there are other ways after five seconds, and a stop that is honest', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const server = await ticketServer(200, true);
  await open(page, server.url);
  await send(page).click();
  await expect(panel(page)).toHaveText('Sending …');
  await expect.poll(() => server.received.length).toBe(1);
  await page.clock.fastForward(5000);
  await expect(panel(page)).toContainText('It takes longer than usual.');
  await expect(mail(page)).toBeVisible();
  await copy(page).click();
  await expect(panel(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('My words.');
  await panel(page).getByRole('button', { name: 'Stop' }).click();
  await expect(panel(page)).toContainText('We cannot tell whether your message arrived.');
  // It had arrived: that is worth knowing.
  server.answer();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  expect(server.received).toHaveLength(1);
  server.close();
});

for (const [path, words] of [
  [
    '/contact/',
    [
      'Your reference: FL-',
      'A person answers within',
      'These are our only channels',
      'Replies from our support team',
    ],
  ],
  ['/zh-cn/contact/', ['你的编号是 FL-', '会有人工回复', '我们的官方渠道只有这些', '客服回复']],
] as const) {
  test(`on ${path} a message that goes by mail has a reference, what happens next, and the official channels`, async ({
    page,
  }) => {
    await page.goto(path);
    await fillContact(page);
    await send(page).click();
    await expect(page.locator('firstline-deflector .sent')).toBeVisible();
    for (const word of words) await expect(panel(page)).toContainText(word);
    const channels = panel(page).locator('.channels strong');
    expect(await channels.allInnerTexts()).toEqual(
      expect.arrayContaining(['help.firstline.example', 'support@firstline.example']),
    );
    await expect(panel(page).locator('a[href$="/verify/"]')).toBeVisible();
  });
}

for (const file of ['guard', 'form']) {
  test(`while ${file}.js hangs, Send says so at once, and after eight seconds what is left to do`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route(`**/widget/v1/${file}.js`, () => undefined);
    const server = await ticketServer();
    await open(page, server.url);
    await send(page).click();
    await expect(panel(page)).toContainText('Checking that nothing secret is in it');
    await page.clock.fastForward(8000);
    await expect(panel(page)).toContainText('The form could not be sent from here');
    await expect(panel(page).getByRole('link', { name: /@/ })).toHaveAttribute('href', /^mailto:/);
    await copy(page).click();
    await expect(panel(page).getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Question\n\nMy words.\n\njo@mail.example',
    );
    expect(server.received).toEqual([]);
    server.close();
  });
}

test('a guard that comes late lets a ticket go, once, and stops a secret', async ({ page }) => {
  let release = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/widget/v1/guard.js', async (route) => {
    await isLetGo;
    await route.continue();
  });
  const server = await ticketServer();
  await open(page, server.url);
  await send(page).click({ clickCount: 2 });
  await expect(panel(page)).toContainText('Checking');
  release();
  await expect(panel(page)).toContainText('Sent. Your reference: FL-');
  expect(server.received).toHaveLength(1);
  await fillContact(page, PHRASE);
  await send(page).click();
  await expect(panel(page)).toContainText('It will not be sent.');
  expect(server.received).toHaveLength(1);
  server.close();
});
