import { format } from 'node:util';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/paths.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let runs = 0;

/**
 * Runs a command of scripts/ in this process, with the arguments that npm would give it: what it prints and how it ends are its
 * own, but what it imports is loaded once a file of tests and not once a step. One at a time, since arguments and output are
 * the process's. That it also starts by itself is for commandLines.test.ts to prove.
 */
export async function commandHere(script: string, ...args: readonly string[]): Promise<Ended> {
  const { argv, exitCode } = process;
  const { log, error } = console;
  const listeners = process.stdout.listeners('error');
  let out = '';
  let err = '';
  process.argv = [process.execPath, path.join(ROOT, `scripts/${script}.ts`), ...args];
  process.exitCode = 0;
  console.log = (...values: unknown[]) => void (out += `${format(...values)}\n`);
  console.error = (...values: unknown[]) => void (err += `${format(...values)}\n`);
  try {
    // With a query it is another module each time, which runs again; what it imports is not.
    await import(/* @vite-ignore */ `${path.join(ROOT, `scripts/${script}.ts`)}?run=${runs++}`);
    return { code: Number(process.exitCode), out, err };
  } finally {
    Object.assign(console, { log, error });
    Object.assign(process, { argv, exitCode });
    for (const listener of process.stdout.listeners('error'))
      if (!listeners.includes(listener)) process.stdout.off('error', listener as () => void);
  }
}
