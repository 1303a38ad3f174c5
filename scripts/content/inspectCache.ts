import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { ContentFile, Inspected } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';
import { codeVersion, hashOf } from '../lib/codeVersion.ts';
import { CACHE, LINTED } from '../lib/paths.ts';
import { inspectAll } from './inspectAll.ts';
import type { Inspectors } from './inspectors.ts';

/** Code that what a file has to say depends on; a change of any of it makes everything be looked at again. */
const RULES = ['src/core/article', 'src/core/operations/signals', 'src/core/privacy', 'src/core/retrieval/sentences.ts'];

/** Inspects files, and remembers what each had to say until it or a rule changes. */
export async function inspectRemembered(
  files: readonly ContentFile[],
  settings: LintSettings,
  inspectors?: Inspectors,
): Promise<readonly Inspected[]> {
  // Days are for the rules that compare; a file by itself says the same today and tomorrow.
  const { variables, glossary, uiNames, pages } = settings;
  const basis = hashOf([JSON.stringify({ variables, glossary, uiNames, pages }), await codeVersion(RULES)]);
  const keys = files.map(({ kind, file, id, text }) => hashOf([basis, kind, file, id, text ?? '\0']));
  const remembered = await read();
  const unknown = files.filter((_, i) => !Object.hasOwn(remembered, keys[i]!));
  const inspected = await inspectAll(unknown, settings, inspectors);
  const now = new Map(unknown.map((file, i) => [file, inspected[i]!]));
  const all = files.map((file, i) => now.get(file) ?? remembered[keys[i]!]!);
  if (unknown.length > 0) await write(Object.fromEntries(all.map((result, i) => [keys[i]!, result])));
  return all;
}

async function read(): Promise<Readonly<Record<string, Inspected>>> {
  try {
    const value: unknown = JSON.parse(await readFile(LINTED, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Inspected>>) : {};
  } catch {
    // None yet, or a damaged one: everything is looked at again.
    return {};
  }
}

/** A cache that cannot be written costs time, not the answer. */
async function write(results: Readonly<Record<string, Inspected>>): Promise<void> {
  const draft = `${LINTED}.${process.pid}`;
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(draft, JSON.stringify(results));
    await rename(draft, LINTED);
  } catch {
    return;
  }
}
