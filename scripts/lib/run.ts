import { spawn, type ChildProcess } from 'node:child_process';
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
  return ended(spawn(command, args, { stdio: 'inherit', ...surroundings(env) }));
}

/** Runs one of our scripts, and keeps what it prints until it is done: so two can run at once. */
export async function runScript(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...surroundings(env) });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await ended(child);
  return { code, output: Buffer.concat(chunks).toString() };
}

function surroundings(env: Readonly<Record<string, string>>): { cwd: string; env: NodeJS.ProcessEnv } {
  return {
    cwd: ROOT,
    env: {
      ...process.env,
      ...env,
      // The tools start with `#!/usr/bin/env node`: they must find the pinned one.
      PATH: [BIN, process.env['PATH']].join(path.delimiter),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  };
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
