import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What a theme can change: the rest of a page is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Holds that the page as it stands has no accessibility violation, in the light and in the dark theme. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  const inDark = (await theme(page)) === 'dark';
  expect(await violations(new AxeBuilder({ page })), where).toEqual([]);
  await page.emulateMedia({ colorScheme: inDark ? 'light' : 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', inDark ? 'light' : 'dark');
  await page.evaluate(settled);
  expect(await violations(new AxeBuilder({ page }).withRules(OF_COLOURS)), `${where}, other theme`).toEqual(
    [],
  );
  await page.emulateMedia({ colorScheme: inDark ? 'dark' : 'light' });
}

/** Holds that nothing has to be scrolled sideways at a width. */
export async function expectToFit(page: Page, where = page.url()): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, where).toBe(0);
}

/** Runs in the page: colours on their way from one theme to the other are neither's. */
async function settled(): Promise<void> {
  const finite = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(finite.map(({ finished }) => finished));
}

function theme(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-theme');
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
