import { expect, test, type Page } from '@playwright/test';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '../../scripts/lib/staticServer.ts';
import type { TransformerChoice } from '../../src/core/retrieval/embedderChoice.ts';
import type { SearchResponse } from '../../src/widget/protocol.ts';
import { answerOfBuild } from '../helpers/answerOfBuild.ts';
import { serveHub } from '../helpers/hub.ts';
import { copyProject } from '../helpers/projectCopy.ts';
import { TINY_SETTINGS, writeTinyTransformer } from '../helpers/tinyTransformer.ts';

const QUESTIONS = ['my usdt never arrived', '刷卡一直被拒，怎么办'] as const;

type Suggested = Extract<SearchResponse, { type: 'suggested' }>;

/** Everything the page's worker has said so far. */
const responses = (page: Page): Promise<SearchResponse[]> =>
  page.evaluate(() => (globalThis as unknown as { said: SearchResponse[] }).said);

async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: unknown[] = [];
    const Native = Worker;
    Object.assign(globalThis, {
      said,
      Worker: class extends Native {
        constructor(...given: ConstructorParameters<typeof Native>) {
          super(...given);
          this.addEventListener('message', ({ data }) => said.push(data));
        }
      },
    });
  });
}

/** Both answers to the latest question, once the second has come. */
async function answersTo(page: Page, text: string): Promise<readonly [Suggested, Suggested]> {
  const before = (await responses(page)).length;
  await page.locator('[name=subject]').fill(text);
  let last: Suggested[] = [];
  await expect(async () => {
    const said = await responses(page);
    const ready = said.findLastIndex((one) => one.type === 'ready' && one.mode === 'reranked');
    expect(ready).toBeGreaterThanOrEqual(0);
    last = said.slice(Math.max(before, ready)).filter((one) => one.type === 'suggested');
    expect(last.length).toBeGreaterThanOrEqual(2);
  }).toPass({ timeout: 30_000 });
  const [first, second] = last.slice(-2);
  expect(first!.id).toBe(second!.id);
  return [first!, second!];
}

for (const source of ['local', 'hub'] as const) {
  test(`a transformer (${source}) has a second look in the browser, and asks nobody else`, async ({
    browser,
  }) => {
    test.setTimeout(480_000);
    const project = await copyProject(path.resolve(`.cache/transformer-${source}`));
    const model = path.join(project.folder, 'tiny');
    await writeTinyTransformer(model);
    const hub = await serveHub(model, 'makers/tiny');
    try {
      const choice: TransformerChoice =
        source === 'hub'
          ? { ...TINY_SETTINGS, source, host: hub.host }
          : { ...TINY_SETTINGS, source, path: 'models/tiny' };
      if (source === 'local')
        await cp(model, path.join(project.folder, 'public/models/tiny'), { recursive: true });
      await project.replace(
        'src/config.ts',
        "embedder: { kind: 'static' }",
        `embedder: ${JSON.stringify(choice)}`,
      );
      expect(await project.build('public')).not.toContain('cannot be used');
      hub.close();

      const dist = path.join(project.folder, 'dist');
      const server = await serveStatic(dist, 4400);
      const origin = `http://localhost:${server.port}`;
      const context = await browser.newContext();
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));
      try {
        const page = await context.newPage();
        await listen(page);
        await page.goto(`${origin}/contact/`);
        for (const text of QUESTIONS) {
          const [first, second] = await answersTo(page, text);
          const expected = await answerOfBuild(dist, model, text);
          expect(expected.length).toBeGreaterThan(0);
          expect(second.suggestions.map(({ slug }) => slug)).toEqual(expected.map(({ slug }) => slug));
          second.suggestions.forEach(({ why }, i) =>
            expect(why.dense).toBeCloseTo(expected[i]!.why.dense, 3),
          );
          expect(second.suggestions[0]!.why.dense).not.toBeCloseTo(first.suggestions[0]!.why.dense, 4);
          await expect(page.locator('firstline-deflector .open')).toHaveCount(second.suggestions.length);
        }
        for (const file of ['reranker.js', 'ort-wasm-simd-threaded.wasm', 'onnx/model.onnx'])
          expect(
            asked.some((url) => url.includes(file)),
            file,
          ).toBe(true);
        expect(asked.filter((url) => new URL(url).origin !== origin)).toEqual([]);

        // Without it, the first answer stands.
        const poor = await context.newPage();
        const warnings: string[] = [];
        poor.on('console', (message) => warnings.push(message.text()));
        await poor.route('**/onnx/model.onnx*', (route) => route.abort());
        await poor.goto(`${origin}/contact/`);
        await poor.locator('[name=subject]').fill(QUESTIONS[0]);
        await expect(poor.locator('firstline-deflector .open').first()).toBeVisible();
        await expect
          .poll(() => warnings.filter((text) => text.includes('answers without its transformer')))
          .toHaveLength(1);
        await expect(poor.locator('firstline-deflector .open').first()).toBeVisible();
      } finally {
        await context.close();
        await server.close();
      }
    } finally {
      hub.close();
      await project.remove();
    }
  });
}
