import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { modelLoaded } from '../helpers/contactPage.ts';
import { serveHosts, type HostPages } from '../helpers/hostPages.ts';

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

const panel = (page: Page) => page.locator('firstline-panel');
const suggestions = (page: Page) => panel(page).locator('.open');
const subject = (page: Page) => page.getByLabel('Subject');
const text = (page: Page) => page.locator('textarea');

/** Opens a host, and remembers where it sent requests and what its policy refused. */
async function visit(page: Page, hosts: HostPages, path: string) {
  const origins = new Set<string>();
  const refused: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) origins.add(new URL(request.url()).origin);
  });
  await page.exposeFunction('refused', (directive: string, what: string) =>
    refused.push(`${directive} ${what}`),
  );
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { refused: (...words: string[]) => void }).refused(
        effectiveDirective,
        blockedURI,
      ),
    ),
  );
  await page.goto(hosts.origin + path);
  if (path === '/react') await page.getByRole('button', { name: 'Write to us' }).click();
  return { origins, refused };
}

for (const workers of [true, false]) {
  test.describe(`in a form of another origin, under a policy ${workers ? 'with' : 'without'} workers`, () => {
    let hosts: HostPages;
    test.beforeAll(async ({}, { project }) => {
      hosts = await serveHosts(`${project.use.baseURL!}/`, workers);
    });
    test.afterAll(() => hosts.close());

    for (const [path, articles] of [
      ['/plain', 'firstline_articles'],
      ['/zendesk', 'request[custom_fields][360001]'],
      ['/react', 'firstline_articles'],
    ] as const) {
      test(`${path}: suggests, opens, notes what was tried, and lets the host submit`, async ({
        page,
        baseURL,
      }) => {
        const { origins, refused } = await visit(page, hosts, path);
        const hasModel = modelLoaded(page);
        await subject(page).fill('card declined at the supermarket');
        await hasModel;
        await expect(suggestions(page).first()).toHaveAttribute('href', `${baseURL}/card/card-declined/`);
        await text(page).fill('It says no, and there is enough money on it.');
        // After the description, wherever the element was put.
        expect(
          await panel(page).evaluate((element) =>
            element.previousElementSibling?.matches('textarea, :has(textarea)'),
          ),
        ).toBe(true);
        await suggestions(page).first().click();
        await expect(panel(page).locator('.article')).toContainText(
          'A declined payment has not gone through',
        );
        await panel(page).getByRole('button', { name: 'Not what I need' }).click();
        await panel(page).getByRole('button', { name: 'Related, but did not help' }).click();
        expect((await new AxeBuilder({ page }).include('firstline-panel').analyze()).violations).toEqual([]);
        const before = hosts.received.length;
        await page.getByRole('button', { name: /^Submit/ }).click();
        await expect.poll(() => hosts.received.length).toBe(before + 1);
        const { fields } = hosts.received.at(-1)!;
        expect(JSON.parse(fields.get(articles) ?? 'null')).toMatchObject({
          opened: ['card/card-declined'],
          rejected: expect.arrayContaining([
            { slug: 'card/card-declined', reason: 'did-not-help' },
          ]) as unknown,
        });
        expect([...fields.values()]).toContain('It says no, and there is enough money on it.');
        expect([...origins].sort()).toEqual([baseURL, hosts.origin].sort());
        // A policy that forbids the worker says so once; the page searches all the same.
        expect(refused.filter((line) => !/^worker-src blob/.test(line))).toEqual([]);
        if (workers) expect(refused).toEqual([]);
      });
    }

    test('/react: a secret is refused before the page’s own handler, and taken out of its state', async ({
      page,
    }) => {
      await visit(page, hosts, '/react');
      const before = hosts.received.length;
      await text(page).fill(`my words ${PHRASE} help`);
      await expect(panel(page)).toContainText('It will not be sent.');
      await page.getByRole('button', { name: /^Submit/ }).click();
      await panel(page).getByRole('button', { name: 'Take it out of my text' }).click();
      await expect(text(page)).not.toHaveValue(/sausage/);
      await page.getByRole('button', { name: /^Submit/ }).click();
      await expect.poll(() => hosts.received.length).toBe(before + 1);
      expect(hosts.received.at(-1)!.fields.get('state')).not.toContain('sausage');
    });

    test('/react: the panel stands again in a form that was drawn anew', async ({ page }) => {
      await visit(page, hosts, '/react');
      await subject(page).fill('card declined at the supermarket');
      await expect(suggestions(page).first()).toBeVisible();
      await subject(page).fill('card declined at the supermarket and nobody knows why');
      await expect(suggestions(page).first()).toBeVisible();
      await text(page).fill('twice today');
      await expect(page.locator('#help-form firstline-panel .open').first()).toBeVisible();
    });
  });
}

test('a host’s form goes through when nothing of the widget but its first file can be had', async ({
  page,
  baseURL,
}) => {
  const hosts = await serveHosts(`${baseURL}/`, true);
  await page.route(/\/(knowledge|widget\/v1\/(?!firstline))/, (route) => route.abort());
  await page.goto(`${hosts.origin}/plain`);
  await subject(page).fill('card declined');
  await text(page).fill('at the supermarket');
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect.poll(() => hosts.received.length).toBe(1);
  hosts.close();
});

test('a host’s form goes through, once, when the guard hangs', async ({ page, baseURL }) => {
  const hosts = await serveHosts(`${baseURL}/`, true);
  await page.clock.install();
  await page.route('**/widget/v1/guard.js', () => undefined);
  await page.goto(`${hosts.origin}/plain`);
  await subject(page).fill('card declined');
  await text(page).fill('at the supermarket');
  const submit = page.getByRole('button', { name: /^Submit/ });
  await submit.click({ clickCount: 2 });
  expect(hosts.received).toEqual([]);
  await page.clock.fastForward(3000);
  await expect(page.getByText('Thank you')).toBeVisible();
  expect(hosts.received).toHaveLength(1);
  hosts.close();
});

for (const label of ['Email', 'Wallet backup', 'Transaction', 'Notes']) {
  test(`a phrase in “${label}” of a host’s form is told at once, and not posted`, async ({
    page,
    baseURL,
  }) => {
    const hosts = await serveHosts(`${baseURL}/`, true);
    await page.goto(`${hosts.origin}/many`);
    await subject(page).fill('card declined');
    await page.getByLabel('Message').fill('at the supermarket');
    const field = page.getByLabel(label);
    await field.fill(PHRASE);
    await expect(panel(page)).toContainText('It will not be sent.');
    // An email field says itself that this is no address: what counts is what is in it.
    await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect(panel(page).locator('.blocked')).toBeFocused();
    expect(hosts.received).toEqual([]);
    await panel(page).getByRole('button', { name: 'Take it out of my text' }).click();
    await expect(field).toHaveValue('');
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect.poll(() => hosts.received.length).toBe(1);
    expect(hosts.received[0]!.fields.get('subject')).toBe('card declined');
    hosts.close();
  });
}

test('a hash beside words about keys, and an address below a forgotten password, are no secrets', async ({
  page,
  baseURL,
}) => {
  const hosts = await serveHosts(`${baseURL}/`, true);
  await page.goto(`${hosts.origin}/many`);
  await subject(page).fill('Is my private key safe?');
  await page.getByLabel('Message').fill('I forgot my password');
  await page.getByLabel('Email').fill('jo123@mail.example');
  await page
    .getByLabel('Transaction')
    .fill('88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b');
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect.poll(() => hosts.received.length).toBe(1);
  hosts.close();
});

test('on a phone a bar tells of the articles in a host’s form too', async ({ page, baseURL }) => {
  const hosts = await serveHosts(`${baseURL}/`, true);
  await page.setViewportSize({ width: 390, height: 180 });
  await page.goto(`${hosts.origin}/zendesk`);
  await subject(page).fill('card declined at the supermarket');
  const bar = panel(page).locator('.answer-bar');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(bar).toHaveText(/articles? may answer/);
  await expect(bar).toBeVisible();
  await expect(subject(page)).toBeFocused();
  expect((await new AxeBuilder({ page }).include('firstline-panel').analyze()).violations).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await bar.click();
  await expect(suggestions(page).first()).toBeInViewport();
  await expect(bar).toBeHidden();
  hosts.close();
});
