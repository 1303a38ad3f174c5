import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../helpers/accessibility.ts';
import { description, panel, PHRASE, subject, suggestions } from '../helpers/contactPage.ts';

/** What a keyboard leaves of a phone. */
const PHONE = { width: 390, height: 500 };
test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

const bar = (page: Page) => page.locator('firstline-deflector .answer-bar');
const topOf = (page: Page) => subject(page).evaluate((field) => field.getBoundingClientRect().top);

for (const [path, text, says, urgent, warning] of [
  [
    '/contact/',
    'card declined at the supermarket',
    /^\d articles? may answer/,
    'somebody stole my crypto',
    'If anything is left',
  ],
  ['/zh-cn/contact/', '我转的USDT一直没到账', /^有 \d 篇文章可能有答案/, 'u被盗了', '如果还有剩下的'],
] as const) {
  test(`on ${path} a bar above the keyboard says that there are articles, and leads to them`, async ({
    page,
  }) => {
    await page.goto(path);
    await subject(page).tap();
    const before = await topOf(page);
    await page.keyboard.type(text);
    await expect(bar(page)).toHaveText(says);
    await expect(bar(page)).toBeVisible();
    await expect(suggestions(page).first()).not.toBeInViewport();
    // Nothing has moved, and the focus is where it was.
    await expect(subject(page)).toBeFocused();
    expect(await topOf(page)).toBe(before);
    const box = (await bar(page).boundingBox())!;
    expect([box.x, box.width, box.y + box.height]).toEqual([0, PHONE.width, PHONE.height]);
    expect(box.height).toBeGreaterThanOrEqual(44);
    await expectAccessible(page);
    await bar(page).tap();
    await expect(suggestions(page).first()).toBeInViewport({ ratio: 1 });
    await expect(panel(page)).toBeFocused();
    await expect(bar(page)).toBeHidden();
  });

  test(`on ${path} the bar says what is urgent in the warning’s own words`, async ({ page }) => {
    await page.goto(path);
    await subject(page).tap();
    await page.keyboard.type(urgent);
    await expect(bar(page)).toContainText(warning);
    await expect(bar(page)).toBeVisible();
    await expect(bar(page)).toHaveClass(/alarming/);
    // One line, whatever there is to say.
    expect((await bar(page).boundingBox())!.height).toBeLessThan(60);
    await expectAccessible(page);
  });
}

/** Writes as a thumb does, until the bar says that there is an answer. */
async function askOnPhone(page: Page): Promise<void> {
  await page.goto('/contact/');
  await subject(page).tap();
  await page.keyboard.type('card declined at the supermarket');
  await expect(bar(page)).toBeVisible();
}

test('the bar follows what is to be seen of the page, and goes when the answer is in view', async ({
  page,
}) => {
  await askOnPhone(page);
  await page.setViewportSize({ width: 390, height: 320 });
  await expect
    .poll(async () => {
      const box = await bar(page).boundingBox();
      return box && box.y + box.height;
    })
    .toBe(320);
  await page.setViewportSize({ width: 390, height: 1400 });
  await expect(bar(page)).toBeHidden();
  await page.setViewportSize({ width: 900, height: 320 });
  await expect(suggestions(page).first()).not.toBeInViewport();
  await expect(bar(page)).toBeHidden();
});

test('the bar tells of a secret in a field below the panel, which the articles’ bar does not do', async ({
  page,
}) => {
  await askOnPhone(page);
  const email = page.locator('[name=email]');
  await email.tap();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(panel(page)).not.toBeInViewport();
  await expect(bar(page)).toBeHidden();
  await email.fill(PHRASE);
  await expect(bar(page)).toContainText('Your text seems to contain a recovery phrase.');
  await expect(email).toBeFocused();
  await bar(page).tap();
  await expect(page.getByRole('button', { name: 'Take it out of my text' })).toBeInViewport();
});

for (const [reducedMotion, behaviour] of [
  ['reduce', 'instant'],
  ['no-preference', 'smooth'],
] as const) {
  test(`the bar scrolls by what the person prefers: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await page.goto('/contact/');
    await description(page).tap();
    await subject(page).tap();
    await page.keyboard.type('card declined at the supermarket');
    await expect(bar(page)).toBeVisible();
    const asked = await page.evaluateHandle(() => {
      const seen: unknown[] = [];
      Element.prototype.scrollIntoView = (options) => void seen.push(options);
      return seen;
    });
    await bar(page).tap();
    expect(await asked.jsonValue()).toEqual([{ block: 'start', behavior: behaviour }]);
  });
}
