import { expect, test, type Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';

const INTERNAL = 'http://localhost:4332';
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const HASH = `0x${'9f3c1d0e'.repeat(8)}`;
const TREES = [
  'app-crashes',
  'card-declined',
  'drained-wallet',
  'identity-check-stuck',
  'purchase-not-delivered',
  'swap-failed',
  'three-d-secure-fails',
  'transaction-not-arrived',
  'transaction-stuck',
];
const OPEN_TREES = ['card-declined', 'swap-failed', 'transaction-not-arrived', 'transaction-stuck'];

const question = (page: Page) => page.locator('#fl-question');
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    const before = await question(page).textContent();
    await page.keyboard.press(key);
    await expect(question(page)).not.toHaveText(before ?? '');
  }
}

for (const locale of ['', '/zh-cn']) {
  test(`${locale}/triage/ and ${locale}/find-out/ have no accessibility violation`, async ({ page }) => {
    test.slow();
    for (const address of [`${INTERNAL}${locale}/triage/`, `${locale}/find-out/`]) {
      await page.goto(address);
      await expectAccessible(page, address);
    }
    await page.goto(`${INTERNAL}${locale}/triage/card-declined/`);
    await expectAccessible(page, 'first question');
    await press(page, '1');
    await page.locator('#fl-last-four').fill('42');
    await page.locator('#fl-last-four').blur();
    await expect(page.locator('#fl-last-four-message')).not.toBeEmpty();
    await expectAccessible(page, 'with a slip');
    await page.locator('#fl-merchant').fill(PHRASE);
    await page.locator('#fl-merchant').blur();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'with a secret');
    await press(page, '112');
    await page.locator('#fl-customer').selectOption(locale === '' ? 'zh-CN' : 'en');
    await page.locator('.fl-whole summary').click();
    await page.locator('.fl-drawn summary').click();
    await expectAccessible(page, 'escalation, outline and diagram');
    await page.goto(`${locale}/find-out/transaction-not-arrived/`);
    await press(page, '11113');
    await expectAccessible(page, 'contact');
  });

  test(`${locale || '/en'}: every tree fits a phone, also at 200 %`, async ({ page }) => {
    test.slow();
    const fits = async (what: string): Promise<void> => {
      for (const [width, height] of [
        [360, 740],
        [320, 370],
      ] as const) {
        await page.setViewportSize({ width, height });
        await expectToFit(page, `${what}, ${width} px`);
      }
    };
    for (const slug of TREES) {
      await page.goto(`${INTERNAL}${locale}/triage/${slug}/`);
      await page.locator('.fl-whole summary').click();
      await page.locator('.fl-drawn summary').click();
      await fits(slug);
      // The first answers lead to an end, whatever the tree.
      while ((await page.locator('.fl-end').count()) === 0) await press(page, '1');
      await fits(`${slug}, end`);
    }
  });

  test(`${locale || '/en'}: without a script every question can be read and followed`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const slug of OPEN_TREES) {
      await page.goto(`${locale}/find-out/${slug}/`);
      const steps = page.locator('.fl-outline > li');
      expect(await steps.count()).toBeGreaterThan(4);
      await expect(steps.first()).toBeVisible();
      const targets = await page
        .locator('.fl-outline a[href^="#"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
      expect(targets.length).toBeGreaterThan(0);
      for (const target of new Set(targets)) await expect(page.locator(target)).toBeVisible();
    }
    await context.close();
  });
}

test('a walk goes by keyboard, back, over a reload and through a changed answer', async ({ page }) => {
  await page.goto(`${INTERNAL}/triage/transaction-not-arrived/`);
  await expect(question(page)).toHaveText('What is the customer waiting for?');
  await press(page, '1');
  await expect(question(page)).toBeFocused();
  await expect(page.locator('fl-triage [role=status]')).toContainText('Crypto that somebody sent to them');
  await expect(page.locator('.fl-progress')).toHaveText('Question 2');

  await page.locator('#fl-hash').fill(HASH);
  // Digits in a field are text.
  await page.keyboard.press('1');
  await expect(question(page)).toHaveText('Is there a transaction hash, as text?');
  await page.locator('#fl-hash').fill(HASH);
  await page.locator('#fl-network').selectOption('ethereum');
  await expect(page.locator('#fl-hash-message')).toBeEmpty();
  await question(page).focus();
  await press(page, '1');
  // What was noted can be looked up at the next question.
  await expect(page.locator('.fl-step .fl-explorer')).toHaveAttribute(
    'href',
    `https://etherscan.io/tx/${HASH}`,
  );
  await press(page, '11');
  await expect(question(page)).toHaveText(/coin, or a token/);

  await page.keyboard.press('Backspace');
  await expect(question(page)).toHaveText("Is the receiving address one of this wallet's?");
  await page.reload();
  await expect(question(page)).toHaveText("Is the receiving address one of this wallet's?");
  await expect(page.locator('.fl-trail li')).toHaveCount(3);

  // Another answer to the second question: what came after it is not asked any more.
  await page.getByRole('button', { name: 'Change the answer to: Is there a transaction hash' }).click();
  await expect(page.locator('#fl-hash')).toHaveValue(HASH);
  await expect(page.locator('.fl-answers [aria-current]')).toHaveText(/Yes/);
  await page.getByRole('button', { name: 'No, only “completed”' }).click();
  await expect(question(page)).toHaveText('Nothing is known to have been sent');
  await expect(page.locator('.fl-trail li')).toHaveCount(2);
  await expect(page.locator('.fl-end')).toContainText('no fault of ours');
  await expect(page.getByRole('link', { name: 'Open the reply' })).toHaveAttribute(
    'href',
    '/desk/#reply=transfer-not-arrived',
  );

  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(question(page)).toHaveText('What is the customer waiting for?');
  expect(await kept(page)).not.toContain('9f3c');
});

test('single keys can be switched off, and a tree that leads back is walked to its end by them', async ({
  page,
}) => {
  await page.goto(`${INTERNAL}/triage/card-declined/`);
  await page.getByLabel('Keys: 1 to 9 answer').uncheck();
  await page.keyboard.press('1');
  await expect(question(page)).toHaveText('Did the customer make this payment themselves?');
  await page.reload();
  await expect(page.getByLabel('Keys: 1 to 9 answer')).not.toBeChecked();
  await page.getByLabel('Keys: 1 to 9 answer').check();
  // "Do not honour", and the log names another reason.
  await press(page, '1121');
  await expect(question(page)).toHaveText('Which reason does it give?');
  await press(page, '4');
  await expect(question(page)).toHaveText('The PIN did not match');
  await expect(page.locator('.fl-trail li')).toHaveCount(5);
});

test('a secret is refused, and kept nowhere: whole, pasted, or in two fields', async ({ page }) => {
  await page.goto(`${INTERNAL}/triage/three-d-secure-fails/`);
  await press(page, '1');
  const fields = [page.locator('#fl-merchant'), page.locator('#fl-amount')] as const;
  const words = PHRASE.split(' ');

  await fields[0].fill(PHRASE);
  await fields[0].blur();
  await expect(fields[0]).toHaveValue('');
  await expect(page.getByRole('alert')).toContainText('It was removed and not kept');
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute(
    'href',
    '/security/recovery-phrase-exposed/',
  );
  expect(await kept(page)).not.toContain('winner');

  await fields[0].fill(words.slice(0, 6).join(' '));
  await fields[1].fill(words.slice(6).join(' '));
  await fields[1].blur();
  for (const field of fields) await expect(field).toHaveValue('');
  for (const word of ['legal', 'yellow']) expect(await kept(page)).not.toContain(word);

  await page.locator('#fl-last-four').fill('4242');
  await fields[0].fill('4111 1111 1111 1111');
  await page.reload();
  await expect(question(page)).toHaveText('Whose card is it?');
  await expect(page.locator('#fl-last-four')).toHaveValue('4242');
  await expect(page.locator('#fl-merchant')).toHaveValue('');
  expect(await kept(page)).not.toContain('4111');
});

test('from “card declined” to a filled escalation, with the customer’s language', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${INTERNAL}/triage/card-declined/`);
  await press(page, '1');
  await page.locator('#fl-last-four').fill('4242');
  await page.locator('#fl-merchant').fill('<img src=x onerror=alert(1)>');
  await page.locator('#fl-time').fill('2026-11-21 14:05');
  await page.locator('#fl-time').blur();
  await expect(page.locator('#fl-time-message')).toContainText('Which time zone?');
  await page.locator('#fl-time').fill('2026-11-21 14:05 UTC');
  await question(page).focus();
  await press(page, '112');
  await expect(question(page)).toHaveText('Our adapter declined wrongly');
  await expect(page.locator('.fl-facts')).toContainText('Escalate to engineering, sev4');
  await expect(page.locator('.fl-facts')).toContainText('Backend');
  // What was typed is text, wherever it is shown.
  await expect(page.locator('.fl-text').first()).toContainText('- Shop: <img src=x onerror=alert(1)>');
  await expect(page.locator('fl-triage img')).toHaveCount(0);
  await expect(page.locator('.fl-text').first()).toContainText(
    'Not noted: Country, Amount, Authorisation id',
  );

  // What was missing is noted at the end, and the summary follows.
  await page.locator('#fl-authorisation-id').fill('A-829104');
  await page.locator('#fl-authorisation-id').blur();
  await expect(page.locator('.fl-text').first()).toContainText('- Authorisation id: A-829104');
  await expect(page.locator('.fl-text')).toHaveCount(1);
  await page.locator('#fl-customer').selectOption('zh-CN');
  await expect(page.locator('.fl-text')).toHaveCount(2);
  await expect(page.locator('.fl-text[lang=zh-CN]')).toContainText('结论：adapter 拒错了');

  await page.getByRole('button', { name: 'Fill the escalation' }).click();
  await expect(page).toHaveURL(`${INTERNAL}/desk/escalate/`);
  await expect(page.locator('main [name=summary]')).toHaveValue(
    'A card payment was declined: Our adapter declined wrongly',
  );
  const values = await page
    .locator('main :is(input, textarea, select)')
    .evaluateAll((controls) => controls.map((control) => (control as HTMLInputElement).value).join('\n'));
  for (const text of [
    'Was the available balance at that second below the amount with fees? No, it was enough',
    'A-829104',
    'runbooks/escalation/engineering',
  ])
    expect(values).toContain(text);
  expect(requests.filter((url) => !url.startsWith(INTERNAL))).toEqual([]);
  expect(requests.filter((url) => /829104|4242/.test(url))).toEqual([]);
});

test('a walk fills the reply that it ends in, in the customer’s language', async ({ page }) => {
  await page.goto(`${INTERNAL}/triage/transaction-not-arrived/`);
  await press(page, '1');
  await page.locator('#fl-hash').fill(HASH);
  await page.locator('#fl-network').selectOption('ethereum');
  await question(page).focus();
  // The first answers that lead to a reply which says the hash.
  await press(page, '2');
  await page.locator('#fl-customer').selectOption('zh-CN');
  await page.getByRole('link', { name: 'Open the reply' }).click();
  await expect(page).toHaveURL(`${INTERNAL}/desk/`);
  const reply = page.locator('#reply-text');
  await expect(reply).toHaveValue(/^你好，/);
  await expect(page.locator('.fl-languages [value=zh-CN]')).toBeChecked();
  // What is known fills every reply that asks for it.
  await page.locator('#reply-which').selectOption({ index: 1 });
  // An empty ticket: the language changes, and the reply stays.
  await page.locator('.fl-languages label', { hasText: 'English' }).click();
  await expect(reply).toHaveValue(/^Hello,/);
  await expect(page.locator('.fl-languages [value=en]')).toBeChecked();
  expect(await kept(page)).not.toContain('firstline.desk.walk');
});

test('an incident comes with the line that opens it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${INTERNAL}/triage/app-crashes/`);
  // Any walk to an incident will do: it is put where the page keeps it.
  const end = await walkTo(page, 'incident');
  expect(end).toBe(true);
  await expect(page.locator('.fl-command code')).toHaveText(
    /^npm run incident -- open --severity sev[12] --layer \w+$/,
  );
  await page.getByRole('button', { name: 'Copy the command' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^npm run incident -- open/);
});

/** Answers at random, the same every time, until an end of a kind is there. */
async function walkTo(page: Page, kind: string): Promise<boolean> {
  for (let seed = 0; seed < 40; seed++) {
    let state = seed;
    for (let turn = 0; turn < 12 && (await page.locator('.fl-end').count()) === 0; turn++) {
      const count = await page.locator('.fl-answers button').count();
      await press(page, String(1 + (state % count)));
      state = Math.floor(state / count);
    }
    if ((await page.locator('.fl-end').getAttribute('data-kind')) === kind) return true;
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(page.locator('.fl-end')).toHaveCount(0);
  }
  return false;
}

test('is printed whole; its diagram is seen whole, and at full size on a press', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of [`${INTERNAL}/find-out/card-declined/`, `${INTERNAL}/triage/card-declined/`]) {
    await page.goto(address);
    await expect(page.locator('.fl-outline > li').last()).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.fl-outline > li').last()).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
  // A walk on paper, from the dark theme: black on white, without buttons, and no example that looks like an answer.
  await press(page, '1112');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.fl-walk button:visible')).toHaveCount(0);
  for (const box of ['.is-question rect', '.good rect'])
    await expect(page.locator(`.fl-drawing ${box}`).first()).toHaveCSS('fill', 'rgb(255, 255, 255)');
  expect(
    await page.locator('#fl-last-four').evaluate((field) => getComputedStyle(field, '::placeholder').color),
  ).toBe('rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.fl-drawn summary').click();
  const drawing = page.locator('.fl-drawing');
  const widths = () =>
    drawing.evaluate((element) => [element.scrollWidth, element.clientWidth] as [number, number]);
  const [whole, room] = await widths();
  expect(whole).toBeLessThanOrEqual(room);
  await page.getByRole('button', { name: 'Full size' }).click();
  expect((await widths())[0]).toBeGreaterThan(room);
  await page.getByRole('button', { name: 'Fit to the page' }).click();
  expect((await widths())[0]).toBeLessThanOrEqual(room);
});

test('what was found out goes into the contact form on a press, and into no address', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/zh-cn/find-out/transaction-not-arrived/');
  await press(page, '1');
  await page.locator('#fl-hash').fill(HASH);
  await page.locator('#fl-network').selectOption('bsc');
  await question(page).focus();
  await press(page, '1113');
  await expect(page.locator('.fl-text')).toContainText('我用“查一查发生了什么”查到的情况');
  expect(await kept(page)).not.toContain('firstline-draft');

  await page.getByRole('button', { name: '带上这些联系我们' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/contact\/$/);
  await expect(page.locator('textarea[name=description]')).toHaveValue(/查到的情况[\s\S]*你有交易哈希吗？有/);
  await expect(page.locator('[name=issueType][value=wallet]')).toBeChecked();
  await expect(page.locator('[name=transactionHash]')).toHaveValue(HASH);
  await expect(page.locator('[name=network]')).toHaveValue('bsc');
  await expect(page.locator('[name=subject]')).toHaveValue('别人转给我的币没到账');
  const origin = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
  expect(requests.filter((url) => url.includes('9f3c1d0e') || url.includes('?'))).toEqual([]);
});

test('an end of the public trees leads to an article, and on to us', async ({ page }) => {
  await page.goto('/find-out/card-declined/');
  await press(page, '2');
  await expect(question(page)).toHaveText('Freeze the card now');
  await page.locator('.fl-end').getByRole('link').click();
  await expect(page).toHaveURL(/\/card\/unrecognised-charge\/$/);
  await page.goBack();
  // The way back leads to where one was.
  await expect(question(page)).toHaveText('Freeze the card now');
  await page.getByRole('button', { name: 'It did not help: write to us' }).click();
  await expect(page.locator('textarea[name=description]')).toHaveValue(
    /Did you make this payment yourself\? No/,
  );
});

test('nothing of the agents’ trees is in the public edition', async ({ page }) => {
  for (const address of ['/triage/', '/zh-cn/triage/', ...TREES.map((slug) => `/triage/${slug}/`)])
    expect((await page.request.get(address)).status(), address).toBe(404);
  const files = await readdir('dist/find-out', { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.html')))
    expect(await readFile(path.join('dist/find-out', file), 'utf8')).not.toMatch(
      /runbook|sev[1-4]|escalat|fraud desk/i,
    );
  // What agents are told, word for word, is in no file.
  const told = (
    await Promise.all(
      TREES.map(async (slug) => {
        const { ends } = parse(await readFile(`content/triage/${slug}.yml`, 'utf8')) as {
          ends: { advice: Record<string, string> }[];
        };
        return ends.flatMap(({ advice }) => Object.values(advice));
      }),
    )
  )
    .flat()
    .filter((text) => text.length > 20 && !text.includes('{'));
  expect(told.length).toBeGreaterThan(100);
  const entries = await readdir('dist', { recursive: true, withFileTypes: true });
  const readable = entries.filter(
    (entry) => entry.isFile() && /\.(?:html|js|json|md|txt|xml)$/.test(entry.name),
  );
  for (const entry of readable) {
    const text = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
    expect(
      told.filter((sentence) => text.includes(sentence)),
      entry.name,
    ).toEqual([]);
  }
});
