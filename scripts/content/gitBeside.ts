import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Git } from '../../src/core/article/translation/daysDifferent.ts';

const run = promisify(execFile);

/** Runs git in the folder of a file. */
export const gitBeside: Git = async (file, args) => {
  const { stdout } = await run('git', args, { cwd: path.dirname(path.resolve(file)), maxBuffer: 1 << 26 });
  return stdout;
};
