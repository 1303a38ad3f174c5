import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When each file of a folder was last committed, by its path from the root of the project. Empty where git does not know: outside a repository,
 * or in a shallow copy of one, whose only commit would seem to have changed everything.
 */
export async function lastCommits(root: string, folder: string): Promise<ReadonlyMap<string, Date>> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, maxBuffer: 1 << 28 })).stdout;
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() !== 'false') return new Map();
    // The newest commit comes first, and of each file only the newest counts.
    const log = await git(
      'log',
      '--format=%x00%cI',
      '--name-only',
      '--no-renames',
      '--relative',
      '--',
      folder,
    );
    const commits = new Map<string, Date>();
    for (const commit of log.split('\0').slice(1)) {
      const [time, ...files] = commit.split('\n').filter((line) => line !== '');
      for (const file of files) if (!commits.has(file)) commits.set(file, new Date(time!));
    }
    return commits;
  } catch {
    return new Map();
  }
}
