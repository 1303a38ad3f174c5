import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { astro } from './lib/astro.ts';
import { check, RESULTS } from './lib/checks.ts';
import { ensureChromium } from './lib/chromium.ts';
import { main } from './lib/commandLine.ts';
import { ROOT, SAMPLE, SAMPLE_REPORT } from './lib/paths.ts';
import { runTool } from './lib/run.ts';

interface Part {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** On GitHub, what is wrong stands beside the changed line. */
const ANNOTATED = process.env['GITHUB_ACTIONS'] === 'true' ? ['--format', 'github'] : [];

/** In this order, the quick ones first. Every part runs even if one before it failed, but tests need a build. */
const PARTS: readonly Part[] = [
  { name: 'Chromium', run: async () => (await ensureChromium(), 0) },
  { name: 'lint', run: () => check('lint') },
  { name: 'types', run: () => check('typecheck') },
  { name: 'content', run: () => runTool('node', ['scripts/contentLint.ts', ...ANNOTATED]) },
  { name: 'unit tests', run: () => check('unit') },
  { name: 'public edition', run: async () => (await astro('build', 'public'), 0) },
  {
    name: 'sample report',
    run: () => runTool('node', ['scripts/mine.ts', '--input', SAMPLE, '--out', SAMPLE_REPORT]),
  },
  {
    name: 'internal edition',
    run: async () => {
      // The tests read the sample's report, whatever other report lies about.
      process.env['FIRSTLINE_MINING_REPORT'] = path.join(SAMPLE_REPORT, 'report.json');
      await astro('build', 'internal');
      return 0;
    },
  },
  { name: 'end-to-end tests', run: () => check('e2e') },
];

await main('npm test', async () => {
  const rows: string[] = [];
  let failedParts = 0;
  await Promise.all(Object.values(RESULTS).map((file) => rm(path.join(ROOT, file), { force: true })));
  for (const { name, run } of PARTS) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(2, 60 - name.length))}`);
    const started = performance.now();
    const code = await run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    });
    if (code !== 0) failedParts++;
    rows.push(
      `${code === 0 ? '✓' : '✗'} ${name.padEnd(18)} ${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s`,
    );
  }
  console.log(`\n${rows.join('\n')}`);
  if (!existsSync(path.join(ROOT, '../shared')))
    console.log('Skipped: checks on the corpora and tickets beside the project, which are not here.');
  const { passed, failed, skipped } = await counts();
  // A part that failed without a failing test (lint, a build) still counts as one failure.
  console.log(
    `\n${passed} passed, ${Math.max(failed, failedParts)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  process.exitCode = failedParts > 0 ? 1 : 0;
});

/** What both test runners counted, from the reports they left. */
async function counts(): Promise<{ passed: number; failed: number; skipped: number }> {
  const read = async (file: string): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(path.join(ROOT, file), 'utf8').catch(() => '{}')) as Record<string, unknown>;
  const unit = await read(RESULTS.unit);
  const stats = ((await read(RESULTS.e2e))['stats'] ?? {}) as Record<string, number>;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return {
    passed: number(unit['numPassedTests']) + number(stats['expected']) + number(stats['flaky']),
    failed: number(unit['numFailedTests']) + number(stats['unexpected']),
    skipped: number(unit['numPendingTests']) + number(stats['skipped']),
  };
}
