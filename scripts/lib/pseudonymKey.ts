import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE } from './paths.ts';

/** Never committed, and in no output. Whoever copies it to another machine has the same pseudonyms there. */
const FILE = path.join(CACHE, 'pseudonyms.key');
const BYTES = 32;

/**
 * The key of the pseudonyms of addresses and transactions: drawn once and kept, so that the same input gives the same output
 * on this machine, and nobody without the file can look an address up. To cut what joins old outputs with new ones, delete
 * it. Where it cannot be kept, it lasts for this run.
 */
export async function pseudonymKey(file = FILE): Promise<string> {
  const kept = await read(file);
  if (kept !== undefined) return kept;
  const key = randomBytes(BYTES).toString('hex');
  const draft = `${file}.${key.slice(0, 8)}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, `${key}\n`, { mode: 0o600 });
    // Unlike writing, this is done at once, and fails where another run was first.
    await link(draft, file);
    return key;
  } catch {
    return (await read(file)) ?? key;
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

async function read(file: string): Promise<string | undefined> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  return /^[0-9a-f]{64}$/.exec(kept.trim())?.[0];
}
