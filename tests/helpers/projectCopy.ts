import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const PARTS = [
  'src',
  'content',
  'public',
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'tsconfig.json',
];

/**
 * Parts of the cache that a copy begins with: what is in them is named by a hash of what it was made from, so that nothing of
 * one project can get into another. Each by itself, so that what the copy adds goes with it.
 */
const KEPT = ['models', 'social'];

/** A copy of the project that a test may change and build. */
export interface ProjectCopy {
  readonly folder: string;
  /** Replaces a text in a file; throws if it is not there, since the test would then test nothing. */
  readonly replace: (file: string, from: string | RegExp, to: string) => Promise<void>;
  /** Builds an edition; gives what the build printed. */
  readonly build: (edition: 'public' | 'internal') => Promise<string>;
  readonly remove: () => Promise<void>;
}

/**
 * Copies the project; what an interrupted test left in that folder goes.
 * @param folder below `.cache`, since Astro wants its own modules within reach of what it builds
 */
export async function copyProject(folder: string): Promise<ProjectCopy> {
  await rm(folder, { recursive: true, force: true });
  for (const part of PARTS) await cp(part, path.join(folder, part), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  for (const kept of KEPT) await linkEach(path.resolve('.cache', kept), path.join(folder, '.cache', kept));
  return {
    folder,
    replace: async (file, from, to) => {
      const content = await readFile(path.join(folder, file), 'utf8');
      if (typeof from === 'string' ? !content.includes(from) : !from.test(content))
        throw new Error(`${file} does not hold "${String(from)}".`);
      await writeFile(
        path.join(folder, file),
        content.replace(from, () => to),
      );
    },
    build: async (edition) => {
      const { stdout, stderr } = await promisify(execFile)(
        path.resolve('node_modules/.bin/astro'),
        ['build'],
        {
          cwd: folder,
          env: { ...ownEnvironment(), FIRSTLINE_EDITION: edition, ASTRO_TELEMETRY_DISABLED: '1' },
        },
      );
      return stdout + stderr;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The copy reads its own report and incidents, wherever ours are. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { FIRSTLINE_MINING_REPORT: _report, FIRSTLINE_INCIDENTS: _incidents, ...own } = process.env;
  return own;
}

async function linkEach(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = await readdir(from).catch(() => []);
  for (const name of names) await symlink(path.join(from, name), path.join(to, name));
}
