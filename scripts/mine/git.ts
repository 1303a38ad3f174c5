import { spawn } from 'node:child_process';
import { ProblemsFound } from '../lib/commandLine.ts';

/** Runs git in a folder and gives what it prints. */
export type Git = (args: readonly string[], input?: string) => Promise<string>;

/** @throws ProblemsFound with git's own words, from a call that fails */
export function gitIn(folder: string): Git {
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, { cwd: folder, env: { ...process.env, GIT_TERMINAL_PROMPT: '0' } });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('error', (cause) => {
        reject(new ProblemsFound('git cannot be run: is it installed?', { cause }));
      });
      child.on('close', (code) => {
        if (code === 0) resolve(out);
        else reject(new ProblemsFound(`git ${args[0] ?? ''} failed: ${(err || out).trim()}`));
      });
      // A git that ends before it has read its input is told of by its exit code.
      child.stdin.on('error', () => undefined).end(input);
    });
}

/** A path that differs from the last commit, relative to the repository's root. */
export interface ChangedPath {
  readonly path: string;
  /** `new` is in no commit, `changed` in the last one; `other` is moved, deleted or in conflict. */
  readonly kind: 'new' | 'changed' | 'other';
}

/** What differs from the last commit, files that git does not know included, ignored ones not. */
export async function changedPaths(git: Git): Promise<ChangedPath[]> {
  const fields = (
    await git(['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'])
  ).split('\0');
  return fields
    .filter((field) => field !== '')
    .map((field) => {
      const [state, path] = [field.slice(0, 2), field.slice(3)];
      if (state === '??' || state === 'A ' || state === 'AM') return { path, kind: 'new' };
      return { path, kind: /^[ M]{2}$/.test(state) ? 'changed' : 'other' };
    });
}
