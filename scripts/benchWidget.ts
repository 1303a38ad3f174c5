import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { config } from '../src/config.ts';
import { percentile } from '../src/core/retrieval/evaluation/metrics.ts';
import { compressed, slowServer, type Line, type SlowServer } from './bench/slowServer.ts';
import { transformersFiles } from './bench/transformersPage.ts';
import { ensureChromium } from './lib/chromium.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { MODELS, ROOT } from './lib/paths.ts';

const USAGE = 'npm run bench:widget [-- --runs 5] [--json]';
/** A phone in a café. */
const CAFE: Line = { roundTripMs: 40, bitsPerSecond: 10_000_000 };
const FIRST_WORDS = 'my card was declined';
const MORE_WORDS = ' at the supermarket yesterday although there is enough money on it, what can I do now';
/** What the widget waits for after a key before it searches (DEBOUNCE_MS of src/widget/deflector.ts). */
const SETTLE_MS = 120;

/** Measures what a reader waits for and pays for, on the public edition as it was built, beside transformers.js in the same run. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError('--runs: expected a number from 1.');
  const dist = path.join(ROOT, 'dist');
  if (!existsSync(dist)) throw new UsageError('dist is not there: run npm run build first.');
  const site = await compressed({ '/': dist });
  const other = await transformersFiles(path.join(MODELS, config.model));
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  try {
    const near = await repeated(runs, () => firstSuggestions(browser, site));
    const far = await repeated(runs, () => firstSuggestions(browser, site, CAFE));
    const read = await repeated(runs, () => afterReading(browser, site, CAFE));
    const theirs = await repeated(runs, () => transformersFirst(browser, other, CAFE));
    const report = {
      runs,
      bytes: {
        'widget, first file': site.get('/widget/v1/firstline.js')!.length,
        ...sizes(far[0]!.bytes),
        'transformers.js, all': total(theirs[0]!.bytes),
      },
      ms: {
        'first lexical suggestion, localhost': middle(near.map(({ lexical }) => lexical)),
        'first lexical suggestion, 10 Mbit/s + 40 ms': middle(far.map(({ lexical }) => lexical)),
        'the same, of somebody who reads the page first': middle(read),
        'first dense suggestion, localhost': middle(near.map(({ dense }) => dense)),
        'first dense suggestion, 10 Mbit/s + 40 ms': middle(far.map(({ dense }) => dense)),
        'transformers.js, first vector, 10 Mbit/s + 40 ms': middle(theirs.map(({ ms }) => ms)),
        'later keys, settled to painted, p95': percentile(
          near.flatMap(({ keys }) => keys),
          0.95,
        ),
        'longest task of the page while it opens': Math.max(
          0,
          ...near.flatMap(({ tasksOpening }) => tasksOpening),
        ),
        'longest task while typing on, 50 ms and more': Math.max(
          0,
          ...near.flatMap(({ tasksTyping }) => tasksTyping),
        ),
      },
    };
    console.log(values.json ? JSON.stringify(report, null, 2) : asText(report));
  } finally {
    await browser.close();
  }
});

async function repeated<T>(runs: number, once: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let run = 0; run < runs; run++) all.push(await once());
  return all;
}

/** A page with nothing in any cache, on a server of its own. */
async function onNewPage<T>(
  browser: Browser,
  files: ReadonlyMap<string, Uint8Array>,
  line: Line | undefined,
  measure: (page: Page, server: SlowServer) => Promise<T>,
): Promise<T> {
  const server = await slowServer(files, line);
  const context = await browser.newContext();
  try {
    return await measure(await context.newPage(), server);
  } finally {
    await context.close();
    server.close();
  }
}

function firstSuggestions(browser: Browser, files: ReadonlyMap<string, Uint8Array>, line?: Line) {
  return onNewPage(browser, files, line, async (page, server) => {
    await page.addInitScript(observe);
    // Somebody who begins to write as soon as there is something to write in.
    await page.goto(`${server.origin}/contact/`, { waitUntil: 'commit' });
    await page.locator('[name=subject]').fill(FIRST_WORDS);
    await page.waitForFunction(() => window.firstlineBench.denseAt > 0);
    const at = await page.evaluate(() => window.firstlineBench);
    await page.locator('[name=subject]').pressSequentially(MORE_WORDS, { delay: 160 });
    const later = await page.evaluate(() => window.firstlineBench);
    return {
      lexical: at.shown[0]! - at.firstKeyAt,
      dense: at.denseAt - at.firstKeyAt,
      keys: later.keys.map((ms) => ms - SETTLE_MS),
      tasksOpening: later.tasks.filter(({ from }) => from <= at.denseAt).map(({ ms }) => ms),
      tasksTyping: later.tasks.filter(({ from }) => from > at.denseAt).map(({ ms }) => ms),
      bytes: new Map([...server.taken()].filter(([name]) => /^\/(?:widget|knowledge)\//.test(name))),
    };
  });
}

/** Somebody who looks at the page before writing: by then it has fetched what it needs. */
function afterReading(browser: Browser, files: ReadonlyMap<string, Uint8Array>, line: Line): Promise<number> {
  return onNewPage(browser, files, line, async (page, server) => {
    await page.addInitScript(observe);
    await page.goto(`${server.origin}/contact/`, { waitUntil: 'networkidle' });
    await page.locator('[name=subject]').fill(FIRST_WORDS);
    await page.waitForFunction(() => window.firstlineBench.shown.length > 0);
    return page.evaluate(() => window.firstlineBench.shown[0]! - window.firstlineBench.firstKeyAt);
  });
}

function transformersFirst(browser: Browser, files: ReadonlyMap<string, Uint8Array>, line: Line) {
  return onNewPage(browser, files, line, async (page, server) => {
    const started = performance.now();
    await page.goto(`${server.origin}/transformers/`, { waitUntil: 'load' });
    await page.evaluate((text) => window.embed(text), FIRST_WORDS);
    return { ms: performance.now() - started, bytes: server.taken() };
  });
}

interface Observed {
  firstKeyAt: number;
  /** When a panel with suggestions had been painted. */
  readonly shown: number[];
  denseAt: number;
  /** From a key to the paint that answers it. */
  readonly keys: number[];
  /** What kept the page busy for 50 ms and more. */
  readonly tasks: { readonly from: number; readonly ms: number }[];
}
declare global {
  interface Window {
    firstlineBench: Observed;
    embed: (text: string) => Promise<void>;
  }
}

/** Runs in the page: notes when keys were pressed, when suggestions were painted, and what kept the page busy. */
function observe(): void {
  const seen: Observed = {
    firstKeyAt: 0,
    shown: [],
    denseAt: 0,
    keys: [],
    tasks: [],
  };
  window.firstlineBench = seen;
  let lastKeyAt = 0;
  addEventListener(
    'input',
    () => {
      lastKeyAt = performance.now();
      seen.firstKeyAt ||= lastKeyAt;
    },
    true,
  );
  new PerformanceObserver((list) =>
    list
      .getEntries()
      .forEach(({ startTime, duration }) => seen.tasks.push({ from: startTime, ms: duration })),
  ).observe({
    entryTypes: ['longtask'],
  });
  const Native = Worker;
  window.Worker = class extends Native {
    constructor(...given: ConstructorParameters<typeof Native>) {
      super(...given);
      let mode = '';
      this.addEventListener('message', ({ data }: MessageEvent<{ type: string; mode?: string }>) => {
        if (data.type === 'ready') mode = data.mode ?? '';
        if (data.type !== 'suggested') return;
        const key = lastKeyAt;
        // Two frames: the second begins when the first has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const now = performance.now();
            seen.shown.push(now);
            if (mode === 'dense') {
              if (seen.denseAt > 0 && key === lastKeyAt) seen.keys.push(now - key);
              seen.denseAt ||= now;
            }
          }),
        );
      });
    }
  };
}

function sizes(bytes: ReadonlyMap<string, number>): Record<string, number> {
  const of = (pattern: RegExp): number =>
    [...bytes].reduce((sum, [name, size]) => sum + (pattern.test(name) ? size : 0), 0);
  return {
    'guard (word lists)': of(/guard\.js$/),
    'what searches': of(/worker\.js$/),
    'index, both languages': of(/knowledge\/public\..*json$/),
    'vectors, both languages': of(/knowledge\/public\..*bin$/),
    'model and tokenizer': of(/knowledge\/[^/]+\//),
    'all for the first dense suggestion': total(bytes),
  };
}

function total(bytes: ReadonlyMap<string, number>): number {
  return [...bytes.values()].reduce((sum, size) => sum + size, 0);
}

function middle(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function asText({
  runs,
  bytes,
  ms,
}: {
  runs: number;
  bytes: Record<string, number>;
  ms: Record<string, number>;
}): string {
  return [
    'As served, with Brotli:',
    ...Object.entries(bytes).map(
      ([name, size]) => `${name.padEnd(52)}${(size / 1000).toFixed(1).padStart(9)} KB`,
    ),
    '',
    `Time, the middle of ${runs}:`,
    ...Object.entries(ms).map(([name, value]) => `${name.padEnd(52)}${value.toFixed(0).padStart(9)} ms`),
  ].join('\n');
}
