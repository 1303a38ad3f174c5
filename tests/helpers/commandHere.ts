import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { format } from 'node:util';
import { ROOT } from '../../scripts/lib/paths.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command of scripts/ in this process, with the arguments that npm would give it: what it prints and how it ends are its
 * own, but what it imports is loaded once a file of tests and not once a step. One at a time, since arguments and output are
 * the process's. That it also starts by itself is for commandLines.test.ts to prove.
 */
export async function commandHere(script: string, ...args: readonly string[]): Promise<Ended> {
  const { argv, exitCode } = process;
  const { log, error } = console;
  const { isTTY } = process.stdin;
  const listeners = process.stdout.listeners('error');
  let out = '';
  let err = '';
  process.argv = [process.execPath, path.join(ROOT, `scripts/${script}.ts`), ...args];
  process.exitCode = 0;
  // Nobody sits here to be asked.
  process.stdin.isTTY = false;
  console.log = (...values: unknown[]) => void (out += `${format(...values)}\n`);
  console.error = (...values: unknown[]) => void (err += `${format(...values)}\n`);
  try {
    // With a query it is another module each time, which runs again; what it imports is not.
    await import(/* @vite-ignore */ `${path.join(ROOT, `scripts/${script}.ts`)}?run=${randomUUID()}`);
    return { code: Number(process.exitCode), out, err };
  } finally {
    Object.assign(console, { log, error });
    Object.assign(process, { argv, exitCode });
    process.stdin.isTTY = isTTY;
    for (const listener of process.stdout.listeners('error'))
      if (!listeners.includes(listener)) process.stdout.off('error', listener as () => void);
  }
}
