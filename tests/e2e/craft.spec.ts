import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

const INTERNAL = 'http://localhost:4332';
const DIAGRAMS = [
  '/wallet/pending-transaction/',
  '/zh-cn/wallet/wrong-network/',
  '/payments/identity-verification/',
  '/zh-cn/card/three-d-secure/',
] as const;
const CRAFT = ['', '/zh-cn'].flatMap((folder) =>
  ['craft', 'craft/reviews', 'craft/translations'].map((name) => `${folder}/${name}/`),
);

for (const address of DIAGRAMS) {
  test(`${address} shows its diagram on a phone, with words for it`, async ({ page }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(INTERNAL.replace('4332', '4331'))) foreign.push(request.url());
    });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    const diagram = page.locator('.fl-diagram');
    await expect(diagram).toHaveCount(1);
    await expect(diagram).toHaveRole('img');
    await expect(diagram).toHaveAccessibleName(
      address.startsWith('/zh-cn') ? /(?:\p{Script=Han}.*?){40}/u : /(?:\w+\W+){15}/,
    );
    const box = (await diagram.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    // Words are large enough to be read, and none leaves its box.
    const sizes = await diagram.evaluate((svg: SVGSVGElement) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const nodes = [...svg.querySelectorAll('.node')].map((node) => {
        const [shape, text] = [node.querySelector('rect')!, node.querySelector('text')!].map((part) =>
          part.getBoundingClientRect(),
        );
        return (
          text!.left >= shape!.left &&
          text!.right <= shape!.right &&
          text!.top >= shape!.top &&
          text!.bottom <= shape!.bottom
        );
      });
      return { fontPx: 13 * scale, inside: nodes };
    });
    expect(sizes.fontPx).toBeGreaterThanOrEqual(11);
    expect(sizes.inside.every(Boolean)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    expect(foreign).toEqual([]);
  });
}

test('a search does not find the source of a diagram', async ({ page }) => {
  await page.goto('/wallet/pending-transaction/');
  const html = await (await page.request.get('/wallet/pending-transaction/')).text();
  expect(html).not.toContain('flowchart TD');
  expect(html).toMatch(/<figure[^>]*data-pagefind-ignore/);
  const manifest = (await (await page.request.get('/knowledge/public.json')).json()) as unknown;
  const files = [...JSON.stringify(manifest).matchAll(/"([^"]+\.json)"/g)].map(([, name]) => name!);
  expect(files.length).toBeGreaterThan(0);
  for (const name of files)
    expect(await (await page.request.get(`/knowledge/${name}`)).text()).not.toMatch(/flowchart TD|-->\|/);
});

for (const address of CRAFT) {
  test(`${address} is accessible and fits a phone`, async ({ page }) => {
    await page.goto(`${INTERNAL}${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectToFit(page);
  });
}

for (const folder of ['', '/zh-cn']) {
  test(`${folder}/craft/reviews/ opens by keyboard, and each team has a calendar`, async ({ page }) => {
    await page.goto(`${INTERNAL}${folder}/craft/reviews/`);
    const team = page.locator('section', { has: page.getByRole('heading', { name: 'security-team' }) });
    const list = team.locator('details').last();
    const isOpen = await list.evaluate((details: HTMLDetailsElement) => details.open);
    await list.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(list).toHaveJSProperty('open', !isOpen);
    if (isOpen) await page.keyboard.press('Enter');
    await expect(list.getByRole('link').first()).toBeVisible();

    const href = await team.locator('header a').getAttribute('href');
    expect(href).toBe(`${folder}/craft/reviews/security-team.ics`);
    const calendar = await (await page.request.get(`${INTERNAL}${href}`)).text();
    const uids = [...calendar.matchAll(/^UID:(.+)\r$/gm)].map(([, uid]) => uid);
    expect(uids.length).toBeGreaterThan(10);
    expect(new Set(uids).size).toBe(uids.length);
    expect(calendar).toContain(folder === '' ? 'SUMMARY:Review: ' : 'SUMMARY:核对：');
  });
}

test('the public edition has none of these pages', async ({ page }) => {
  for (const address of [...CRAFT, '/craft/reviews/security-team.ics'])
    expect((await page.request.get(address)).status(), address).toBe(404);
  await page.goto('/');
  await expect(page.locator('a[href*="/craft/"]')).toHaveCount(0);
});

test('the list of translations says what the command says', async ({ page }) => {
  const printed = JSON.parse(
    execFileSync(process.execPath, ['scripts/translations.ts', '--json'], { encoding: 'utf8' }),
  ) as { english: number; translations: number; listed: readonly { id: string }[] };
  await page.goto(`${INTERNAL}/craft/translations/`);
  const figures = await page.locator('main strong').allTextContents();
  expect(figures.map(Number)).toEqual([printed.english, printed.translations, printed.listed.length]);
  for (const { id } of printed.listed)
    await expect(page.locator('main')).toContainText(`content/docs/${id}.md`);
});

for (const address of ['/wallet/wrong-network/', '/zh-cn/wallet/wrong-network/'])
  test(`${address} shows the whole name of the site on the smallest phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    const name = page.locator('.site-title span');
    const isCut = await name.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(isCut).toBe(false);
    await expect(name).toBeInViewport({ ratio: 1 });
  });
