import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './paths.ts';

const BIN = path.join(ROOT, 'node_modules/.bin');

/** Runs a program of node_modules/.bin under the pinned Node; its output goes where ours goes. Gives its exit code. */
export function runTool(
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return run(path.join(BIN, process.platform === 'win32' ? `${tool}.cmd` : tool), args, env);
}

export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...env,
        // The tools start with `#!/usr/bin/env node`: they must find the pinned one.
        PATH: [BIN, process.env['PATH']].join(path.delimiter),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
