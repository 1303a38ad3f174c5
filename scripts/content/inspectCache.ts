import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentFile, Inspected } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';
import { CACHE, ROOT } from '../lib/paths.ts';
import { inspectAll } from './inspectAll.ts';

const FILE = path.join(CACHE, 'lint.json');
/** Code that what a file has to say depends on; a change of any of it makes everything be looked at again. */
const RULES = ['src/core/article', 'src/core/privacy', 'src/core/retrieval/sentences.ts'];

/** Inspects files, and remembers what each had to say until it or a rule changes. */
export async function inspectRemembered(
  files: readonly ContentFile[],
  settings: LintSettings,
): Promise<readonly Inspected[]> {
  const basis = hashOf([JSON.stringify(settings), await versionOfRules()]);
  const keys = files.map(({ kind, file, id, text }) => hashOf([basis, kind, file, id, text ?? '\0']));
  const remembered = await read();
  const unknown = files.filter((_, i) => !Object.hasOwn(remembered, keys[i]!));
  const inspected = await inspectAll(unknown, settings);
  const now = new Map(unknown.map((file, i) => [file, inspected[i]!]));
  const all = files.map((file, i) => now.get(file) ?? remembered[keys[i]!]!);
  if (unknown.length > 0) await write(Object.fromEntries(all.map((result, i) => [keys[i]!, result])));
  return all;
}

async function read(): Promise<Readonly<Record<string, Inspected>>> {
  try {
    const value: unknown = JSON.parse(await readFile(FILE, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Inspected>>) : {};
  } catch {
    // None yet, or a damaged one: everything is looked at again.
    return {};
  }
}

/** A cache that cannot be written costs time, not the answer. */
async function write(results: Readonly<Record<string, Inspected>>): Promise<void> {
  const draft = `${FILE}.${process.pid}`;
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(draft, JSON.stringify(results));
    await rename(draft, FILE);
  } catch {
    return;
  }
}

/** Names, sizes and times of the code: enough to tell that it has changed. */
async function versionOfRules(): Promise<string> {
  const lists = RULES.map(async (name) => {
    const full = path.join(ROOT, name);
    const files = name.endsWith('.ts') ? [''] : (await readdir(full, { recursive: true })).sort();
    return Promise.all(
      files.map(async (file) => {
        const { size, mtimeMs } = await stat(path.join(full, file));
        return `${file} ${size} ${mtimeMs}`;
      }),
    );
  });
  return (await Promise.all(lists)).flat().join('\n');
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url').slice(0, 22);
}
