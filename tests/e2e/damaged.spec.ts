import { expect, test, type Page, type Route } from '@playwright/test';

/** Enough words of the article to be found without a model. */
const QUESTION = 'my card payment was declined, card declined in the shop';

/** Answers with what the server has, changed. */
const changed =
  (change: (body: Buffer) => Buffer) =>
  async (route: Route): Promise<void> => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  };

const flipped = (body: Buffer): Buffer => {
  const copy = Buffer.from(body);
  copy[copy.length >> 1]! ^= 1;
  return copy;
};

/** Makes the vectors those of another model, as after a build that was only half uploaded. */
const byAnother = (body: Buffer): Buffer => {
  const manifest = JSON.parse(body.toString()) as { embedder: { id: string } };
  manifest.embedder.id = 'another-model@000000000000';
  return Buffer.from(JSON.stringify(manifest));
};

/** What the console warns of, on the page and in its worker. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  return warnings;
}

for (const [what, file, serve, why] of [
  [
    'the model is not there',
    '**/table.i8.bin',
    (route: Route) => route.fulfill({ status: 404, body: 'Not found' }),
    /table\.i8\.bin answered 404/,
  ],
  [
    'the model is cut short',
    '**/table.i8.bin',
    changed((body) => body.subarray(0, 5_000)),
    /ModelError: table\.i8\.bin of \S+ is 5000 bytes, expected \d+: it is truncated/,
  ],
  [
    'the model is damaged',
    '**/table.i8.bin',
    changed(flipped),
    /ModelError: table\.i8\.bin of \S+ has the checksum .* it was altered/,
  ],
  [
    'a page stands where its configuration should',
    '**/config.json',
    (route: Route) => route.fulfill({ body: '<!doctype html><title>Not found</title>' }),
    /ModelError: config\.json of the model is not JSON/,
  ],
  [
    'the vectors were made by another model',
    '**/knowledge/public.json',
    changed(byAnother),
    /The index was made by another-model@000000000000, the model is \S+: build the site again/,
  ],
  [
    'the vectors are cut short',
    '**/knowledge/*.bin',
    changed((body) => body.subarray(0, body.length - 1)),
    /RangeError: Vectors are \d+ bytes, expected \d+/,
  ],
] as const) {
  test(`when ${what}, words answer, and one warning says why`, async ({ page }) => {
    const warnings = warningsOf(page);
    await page.route(file, serve);
    await page.goto('/contact/');
    await page.locator('[name=subject]').fill(QUESTION);
    const first = page.locator('firstline-deflector .open').first();
    await expect(first).toHaveAttribute('href', /card-declined/);
    await expect.poll(() => warnings).toEqual([expect.stringMatching(why)]);
    expect(warnings[0]).toContain('Firstline answers by words alone');

    // It goes on answering, and does not warn again.
    await page.locator('[name=subject]').fill('seed phrase lost, recovery phrase lost');
    await expect(first).toHaveAttribute('href', /recovery-phrase/);
    expect(warnings).toHaveLength(1);
  });
}
