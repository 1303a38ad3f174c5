import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sirv from 'sirv';
import { expectAccessible, expectToFit } from '../helpers/accessibility.ts';
import { incident as runIncident, INCIDENT, NEWS, OPEN } from '../helpers/incidents.ts';

/** The site as it was built, and a folder of incidents whose `status.json` was uploaded since, without a build. */
interface Place {
  readonly url: string;
  readonly folder: string;
  /** `npm run incident` in that folder, published at once. */
  readonly incident: (...args: readonly string[]) => Promise<void>;
  /** Several of them, published together. */
  readonly incidents: (...commands: readonly (readonly string[])[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function place(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'firstline-incidents-'));
  const run = (...args: readonly string[]): Promise<void> => runIncident(folder, ...args);
  const files = sirv('dist', { etag: true });
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/status.json') {
      files(request, response, () => void response.writeHead(404).end());
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    readFile(path.join(folder, 'status.json')).then(
      (json) => response.end(json),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  await run('publish', '--to', folder);
  // Notices of one incident are a second apart at least, and these commands may be quicker.
  let lastMs = 0;
  const next = (): string => new Date((lastMs = Math.max(Date.now(), lastMs + 1_000))).toISOString();
  const incidents: Place['incidents'] = async (...commands) => {
    for (const command of commands) await run('--now', next(), ...command);
    await run('publish', '--to', folder, '--now', next());
  };
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    folder,
    incident: (...args) => incidents(args),
    incidents,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

const notices = (page: Page) => page.locator('.fl-notice');
const current = (page: Page) => page.locator('.fl-current > .fl-incident');

const LANGUAGES = [
  {
    folder: '/',
    title: INCIDENT.en,
    state: 'Looking into it, updated just now',
    hide: /^Hide this notice: Swaps/,
    none: 'No known incidents',
    swaps: 'Swaps',
    affected: 'Affected',
    line: 'We know: Swaps on BNB Smart Chain are delayed. Looking into it, updated just now.',
    ask: 'my swap on bnb chain is stuck since this morning',
  },
  {
    folder: '/zh-cn/',
    title: INCIDENT['zh-CN'],
    state: '正在排查，刚刚更新',
    hide: /^不再显示：BNB/,
    none: '目前没有已知故障',
    swaps: '兑换',
    affected: '受影响',
    line: '我们已经知道：BNB Smart Chain 上的兑换有延迟。正在排查，刚刚更新。',
    ask: '我在币安链上兑换，从早上卡到现在',
  },
] as const;

for (const { folder, title, state, hide, none, swaps, affected } of LANGUAGES) {
  test(`${folder}: opened, dismissed, updated, resolved`, async ({ page }) => {
    // Each change runs the command, which is a program of its own.
    test.setTimeout(180_000);
    const { url, incident, close } = await place();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    try {
      await page.goto(`${url}${folder}status/`);
      await expect(page.getByText(none)).toBeVisible();
      await page.goto(url + folder);
      await expect(notices(page)).toHaveCount(0);

      await incident(...OPEN);
      await page.goto(`${url}${folder}wallet/wrong-network/`);
      await expect(notices(page)).toHaveCount(1);
      await expect(notices(page)).toContainText(title);
      await expect(notices(page)).toContainText(state);
      await expect(page.locator('fl-incident-banner [role=status]')).toContainText(title);
      // It stands above the page and covers nothing of it.
      const [banner, heading] = await Promise.all([
        notices(page).boundingBox(),
        page.locator('h1').boundingBox(),
      ]);
      expect(banner!.y + banner!.height).toBeLessThanOrEqual(heading!.y);

      await notices(page).getByRole('link').click();
      await expect(page).toHaveURL(`${url}${folder}status/#${INCIDENT.id}`);
      await expect(current(page)).toHaveCount(1);
      await expect(current(page)).toContainText(title);
      await expect(page.getByText(none)).toBeHidden();
      const component = page.locator('.fl-component').filter({ has: page.getByText(swaps, { exact: true }) });
      await expect(component).toContainText(affected);

      await page.goto(url + folder);
      await page.getByRole('button', { name: hide }).focus();
      await page.keyboard.press('Enter');
      await expect(notices(page)).toHaveCount(0);
      await expect(page.locator('h1')).toBeFocused();
      await page.goto(`${url}${folder}card/card-declined/`);
      await page.waitForLoadState('networkidle');
      await expect(notices(page)).toHaveCount(0);

      await incident('update', INCIDENT.id, '--status', 'monitoring', ...NEWS);
      await page.goto(`${url}${folder}card/card-declined/`);
      await expect(notices(page)).toHaveCount(1);

      await incident('resolve', INCIDENT.id, ...NEWS, '--keep', '0');
      await page.goto(`${url}${folder}status/`);
      await expect(page.getByText(none)).toBeVisible();
      await expect(current(page)).toHaveCount(0);
      await expect(page.locator('.fl-recent > .fl-incident')).toContainText(title);
      await page.goto(url + folder);
      await expect(page.locator('h1')).toBeVisible();
      await expect(notices(page)).toHaveCount(0);
      expect(requests.filter((request) => !request.startsWith(url))).toEqual([]);
    } finally {
      await close();
    }
  });

  test(`${folder}: no accessibility violation, and it fits a phone`, async ({ page }) => {
    // Each change runs the command, which is a program of its own.
    test.setTimeout(180_000);
    const { url, incidents, close } = await place();
    try {
      await page.setViewportSize({ width: 320, height: 640 });
      const look = async (address: string): Promise<void> => {
        await page.goto(url + address);
        await expect(page.locator('fl-status, fl-incident-banner').first()).toBeAttached();
        await page.waitForLoadState('networkidle');
        await expectToFit(page);
        await expectAccessible(page);
      };
      await look(`${folder}status/`);
      await incidents(
        OPEN,
        [...OPEN, '--severity', 'sev1', '--id', '2026-01-01-grave', '--region', 'GB'],
        [...OPEN, '--severity', 'sev4', '--id', '2026-01-01-small'],
        [...OPEN, '--id', '2026-01-01-past'],
        ['resolve', '2026-01-01-past', ...NEWS],
        ['update', INCIDENT.id, '--status', 'identified', ...NEWS],
      );
      await look(`${folder}status/`);
      await expect(current(page)).toHaveCount(3);
      await look(`${folder}wallet/swap-failed/`);
      await expect(notices(page)).toHaveCount(3);
      // The gravest first, each with a word of its own.
      const labels = await notices(page).locator('.fl-notice-label').allTextContents();
      expect(new Set(labels).size).toBe(3);
      await expect(notices(page).first()).toHaveAttribute('data-tone', 'severe');
    } finally {
      await close();
    }
  });

  test(`${folder}: a ticket about it is told first, and carries its id`, async ({ page }) => {
    const { line, ask } = LANGUAGES.find((language) => language.folder === folder)!;
    const { url, incident, close } = await place();
    try {
      await incident(...OPEN);
      await page.goto(`${url}${folder}contact/`);
      await page.locator('#description').fill(ask);
      const notice = page.locator('firstline-deflector .incident, firstline-panel .incident');
      await expect(notice.locator('.title')).toHaveText(line);
      await expect(
        page.locator('firstline-deflector .suggestion, firstline-panel .suggestion').first(),
      ).toHaveClass(/incident/);
      await expect(page.locator('.suggestion:not(.incident)').first()).toBeVisible();
      const tried = page.locator('input[name=firstline_articles]');
      await expect(tried).toHaveValue(new RegExp(`"incident":"${INCIDENT.id}"`));
      // What has nothing to do with it says nothing of it.
      await page
        .locator('#description')
        .fill(folder === '/' ? 'I forgot my passcode' : '我忘记了锁屏密码怎么办');
      await expect(notice).toHaveCount(0);
    } finally {
      await close();
    }
  });
}

test('a notice goes by itself while a page is open', async ({ page }) => {
  const { url, incident, close } = await place();
  try {
    await incident(...OPEN, '--expires', '1h');
    await page.clock.install();
    await page.goto(url);
    await expect(notices(page)).toHaveCount(1);
    await page.clock.fastForward('30:00');
    await expect(notices(page)).toContainText('30 min ago');
    await page.clock.fastForward('31:00');
    await expect(notices(page)).toHaveCount(0);
  } finally {
    await close();
  }
});

test('a notice that comes late moves the page little, and one that was dismissed not at all', async ({
  page,
}) => {
  const { url, incident, close } = await place();
  try {
    await incident(...OPEN);
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shifted = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
    await page.goto(`${url}/wallet/swap-failed/`);
    await expect(notices(page)).toHaveCount(1);
    await page.waitForLoadState('networkidle');
    // "Good" by the measure of Core Web Vitals.
    expect(await shifted()).toBeLessThan(0.1);
    await page.locator('.fl-notice-close').click();
    await page.goto(`${url}/wallet/wrong-network/`);
    await page.waitForLoadState('networkidle');
    await expect(notices(page)).toHaveCount(0);
    expect(await shifted()).toBeLessThan(0.01);
  } finally {
    await close();
  }
});

test('whatever is published is text, and what is no status harms no page', async ({ page }) => {
  const { url, folder, incident, close } = await place();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => dialogs.push(dialog.message())));
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  try {
    const hostile = '<img src=x onerror=alert(1)><b>bold</b>';
    await incident(...OPEN, '--title', hostile, '--text', `${hostile} </script><script>alert(2)</script>`);
    await page.goto(url);
    await expect(notices(page)).toContainText(hostile);
    await expect(notices(page).locator('img, b')).toHaveCount(0);
    await page.goto(`${url}/status/`);
    await expect(current(page)).toContainText(hostile);
    await expect(current(page).locator('img, b')).toHaveCount(0);
    for (const text of [
      '',
      'null',
      '<html>',
      '{"version":1,"incidents":[{"id":1}]}',
      '{"version":9,"incidents":[]}',
    ]) {
      await writeFile(path.join(folder, 'status.json'), text);
      await page.goto(`${url}/wallet/swap-failed/`);
      await expect(page.locator('h1')).toBeVisible();
    }
    expect([dialogs, errors]).toEqual([[], []]);
  } finally {
    await close();
  }
});
