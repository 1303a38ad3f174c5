import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { codeVersion, hashOf } from '../lib/codeVersion.ts';
import { LINT_CACHE } from '../lib/paths.ts';

interface Remembered {
  readonly key: string;
  readonly problems: readonly Problem[];
}

/** Finds what is wrong in a part of the content, or recalls it. */
export type Recall = (
  part: string,
  code: readonly string[],
  basis: unknown,
  find: () => readonly Problem[] | Promise<readonly Problem[]>,
) => Promise<readonly Problem[]>;

/** For content that is not the project's own. */
export const lookAgain: Recall = async (_part, _code, _basis, find) => find();

/**
 * What was found in a part of the content, or what was found the last time if nothing that it depends on has changed since.
 * @param part names the file below `.cache/lint`
 * @param code files or folders of TypeScript that find it, from the project's folder
 * @param basis everything else that it depends on
 */
export const remember: Recall = async (part, code, basis, find) => {
  const file = path.join(LINT_CACHE, `${part}.json`);
  const key = hashOf([await codeVersion(code), JSON.stringify(basis)]);
  const last = await read(file);
  if (last?.key === key) return last.problems;
  const problems = await find();
  await write(file, { key, problems });
  return problems;
};

async function read(file: string): Promise<Remembered | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Remembered;
  } catch {
    // None yet, or a damaged one: it is looked at again.
    return undefined;
  }
}

/** A cache that cannot be written costs time, not the answer. */
async function write(file: string, remembered: Remembered): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, JSON.stringify(remembered));
    await rename(draft, file);
  } catch {
    return;
  }
}
