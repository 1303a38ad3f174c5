import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { RESULTS } from './lib/checks.ts';
import { ensureChromium } from './lib/chromium.ts';
import { main } from './lib/commandLine.ts';
import { ROOT, SAMPLE, SAMPLE_REPORT } from './lib/paths.ts';
import { run, runScript } from './lib/run.ts';

interface Part {
  readonly name: string;
  /** A script and its arguments. */
  readonly script: readonly string[];
}

/** On GitHub, what is wrong stands beside the changed line. */
const ANNOTATED = process.env['GITHUB_ACTIONS'] === 'true' ? ['--format', 'github'] : [];
/** The tests read the sample's report, whatever other report lies about. */
const SURROUNDINGS = { FIRSTLINE_MINING_REPORT: path.join(SAMPLE_REPORT, 'report.json') };

const part = (name: string, ...script: readonly string[]): Part => ({ name, script });

/**
 * Every part runs even if one before it failed. What builds uses one core at a time, so it runs beside the unit tests; what
 * Astro does stays in one lane, since it keeps what it knows in one folder.
 */
const LANES: readonly (readonly Part[])[] = [
  [
    part('types', 'scripts/check.ts', 'typecheck'),
    part('content', 'scripts/contentLint.ts', ...ANNOTATED),
    part('public edition', 'scripts/build.ts', '--edition', 'public'),
    part('sample report', 'scripts/mine.ts', '--input', SAMPLE, '--out', SAMPLE_REPORT),
    part('internal edition', 'scripts/build.ts', '--edition', 'internal'),
  ],
  [part('lint', 'scripts/check.ts', 'lint'), part('unit tests', 'scripts/check.ts', 'unit')],
];
/** These need a build. */
const LAST: Part = part('end-to-end tests', 'scripts/check.ts', 'e2e');

await main('npm test', async () => {
  await Promise.all(Object.values(RESULTS).map((file) => rm(path.join(ROOT, file), { force: true })));
  await ensureChromium();
  const rows: string[] = [];
  let failedParts = 0;
  const attempt = async ({ name, script }: Part, isAlone = false): Promise<void> => {
    const heading = `\n── ${name} ${'─'.repeat(Math.max(2, 60 - name.length))}`;
    console.log(isAlone ? heading : `… ${name}`);
    const started = performance.now();
    const { code, output } = isAlone
      ? { code: await run(process.execPath, script, SURROUNDINGS), output: '' }
      : await runScript(script, SURROUNDINGS);
    if (!isAlone) console.log(`${heading}\n${output.trim()}\n`);
    if (code !== 0) failedParts++;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    rows.push(`${code === 0 ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.padStart(7)} s`);
  };
  await Promise.all(
    LANES.map(async (lane) => {
      for (const one of lane) await attempt(one);
    }),
  );
  await attempt(LAST, true);
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
