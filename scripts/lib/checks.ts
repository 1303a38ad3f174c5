import { UsageError } from './commandLine.ts';
import { ensureChromium } from './chromium.ts';
import { runTool } from './run.ts';

/** Where the test runners leave their counts. */
export const RESULTS = { unit: '.cache/results/unit.json', e2e: '.cache/results/e2e.json' } as const;

const CHECKS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  lint: async (args) =>
    (await runTool('eslint', ['--cache', '--cache-location', '.cache/eslint/', '.', ...args])) ||
    runTool('prettier', ['--check', '--log-level=warn', '.']),
  format: async (args) =>
    (await runTool('prettier', ['--write', '--log-level=warn', '.', ...args])) ||
    runTool('eslint', ['--fix', '.']),
  typecheck: (args) =>
    runTool('astro', ['check', '--minimumFailingSeverity', 'hint', ...args], {
      FIRSTLINE_EDITION: 'internal',
    }),
  unit: (args) =>
    runTool('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${RESULTS.unit}`,
      ...args,
    ]),
  e2e: async (args) =>
    runTool('playwright', ['test', ...args], { FIRSTLINE_CHROMIUM: await ensureChromium() }),
};

/** Runs one of the checks; gives its exit code. */
export function check(name: string, args: readonly string[] = []): Promise<number> {
  const run = CHECKS[name];
  if (!run) throw new UsageError(`Unknown check "${name}": expected ${Object.keys(CHECKS).join(', ')}.`);
  return run(args);
}
