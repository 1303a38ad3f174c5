import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './paths.ts';

/**
 * Changes whenever the code does: what was remembered of its results can be carried from one checkout to the next, for it is
 * the text that counts, not its date.
 * @param names files or folders of TypeScript, from the project's folder
 */
export async function codeVersion(names: readonly string[]): Promise<string> {
  const lists = names.map(async (name) => {
    const full = path.join(ROOT, name);
    const found = name.endsWith('.ts') ? [''] : (await readdir(full, { recursive: true })).sort();
    const files = found.filter((file) => file === '' || file.endsWith('.ts'));
    return Promise.all(
      files.map(async (file) => `${file}\n${await readFile(path.join(full, file), 'utf8')}`),
    );
  });
  return hashOf((await Promise.all(lists)).flat());
}

/** One name for all of these texts, in this order. */
export function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url').slice(0, 22);
}
